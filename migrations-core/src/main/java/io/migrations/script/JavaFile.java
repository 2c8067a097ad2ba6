/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of Java source.
 *
 * @param path where it is
 * @param shown where it is, as messages name it
 * @param text what it says
 */
record JavaFile(Path path, String shown, String text) {

    static final String SUFFIX = ".java";

    /** What the class in it is called. */
    String simpleName() {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The package that it declares; empty for the one without a name. */
    String packageName() {
        List<JavaToken> tokens = JavaToken.all(text);
        var name = new StringBuilder();
        for (int i = 0; i < tokens.size() && tokens.get(i).is("package"); i++) {
            for (int j = i + 1; j < tokens.size() && !tokens.get(j).is(";"); j++) {
                name.append(tokens.get(j).text());
            }
        }
        return name.toString();
    }

    /** The name of its class, as the class loader has it. */
    String typeName() {
        String declared = packageName();
        return declared.isEmpty() ? simpleName() : declared + "." + simpleName();
    }

    /** The header of the revision in it. */
    Optional<JavaAnnotation> header() {
        return JavaAnnotation.find(JavaToken.all(text), RevisionHeader.class.getSimpleName());
    }
}
