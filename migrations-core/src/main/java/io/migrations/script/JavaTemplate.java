/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.NewRevision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The source of a new revision in Java. */
final class JavaTemplate {

    private static final int WIDTH = 120;
    /** What a class in the same file would hide. */
    private static final Set<String> TAKEN =
            Set.of("JavaRevision", "Operations", "ReversibleOperations", "ReversibleRevision", "RevisionHeader");

    private static final Set<String> LANGUAGE = Set.of("Object", "Override", "String", "System", "Record", "Enum");

    private final Draft draft;
    private final Instant created;

    JavaTemplate(Draft draft, Instant created) {
        this.draft = draft;
        this.created = created;
    }

    /** What a class is called that does this: {@code AddOrderNotes}. */
    static String className(Draft draft) {
        String words = Arrays.stream(Slug.of(draft.description()).split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        boolean isName = !words.isEmpty() && Character.isJavaIdentifierStart(words.charAt(0));
        if (words.isEmpty()) {
            return "Revision" + draft.id().replaceAll("[^A-Za-z0-9]", "_");
        }
        boolean isTaken = TAKEN.contains(words) || LANGUAGE.contains(words) || importedBy(draft.body(), words);
        return !isName || isTaken ? "Revision" + words : words;
    }

    private static boolean importedBy(Body body, String name) {
        return body instanceof JavaBody java
                && java.imports().stream().anyMatch(imported -> imported.endsWith("." + name));
    }

    String render(String packageName, String className) {
        JavaBody body = draft.body() instanceof JavaBody java ? java : null;
        return """
                package %s;

                %s
                %s
                final class %s implements %s {

                %s
                }
                """.formatted(
                        packageName,
                        imports(body),
                        header(body == null || body.isTransactional()),
                        className,
                        body == null ? "ReversibleRevision" : "JavaRevision",
                        body == null ? blank() : methods(body));
    }

    private static String imports(@Nullable JavaBody body) {
        Set<String> imports = new TreeSet<>();
        String room = JavaTemplate.class.getPackageName() + ".";
        imports.add(room + "RevisionHeader");
        imports.add(room + (body == null ? "ReversibleRevision" : "JavaRevision"));
        imports.add(room + (body == null ? "ReversibleOperations" : "Operations"));
        if (body != null) {
            imports.addAll(body.imports());
        }
        String fixed = lines(imports, false);
        String statics = lines(imports, true);
        return statics.isEmpty() ? fixed : statics + "\n" + fixed;
    }

    private static String lines(Set<String> imports, boolean areStatic) {
        return imports.stream()
                .filter(name -> name.startsWith("static ") == areStatic)
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    private String header(boolean isTransactional) {
        NewRevision place = draft.place();
        List<String> attributes = new ArrayList<>();
        attributes.add("id = " + JavaText.of(draft.id()));
        attributes.add("revises = " + array(place.parents()));
        attributes.add("description = " + JavaText.of(draft.description()));
        if (!place.dependencies().isEmpty()) {
            attributes.add("dependsOn = " + array(place.dependencies()));
        }
        if (!place.labels().isEmpty()) {
            attributes.add("branchLabels = " + array(place.labels()));
        }
        attributes.add("createDate = \"" + created.atZone(ZoneOffset.UTC).toLocalDate() + "\"");
        if (!isTransactional) {
            attributes.add("transactional = false");
        }
        String line = "@RevisionHeader(" + String.join(", ", attributes) + ")";
        return line.length() <= WIDTH
                ? line
                : "@RevisionHeader(\n        " + String.join(",\n        ", attributes) + ")";
    }

    private static String array(Collection<String> texts) {
        String list = texts.stream().map(JavaText::of).collect(Collectors.joining(", "));
        return texts.size() == 1 ? list : "{" + list + "}";
    }

    /** No build runs while it is empty. */
    private static String blank() {
        String remark = "// To be written. What cannot be derived: op.reversible(up, down), or implement JavaRevision.";
        return "    @Override\n    public void change(ReversibleOperations op) {\n        %s\n    }".formatted(remark);
    }

    private static String methods(JavaBody body) {
        String upgrade = method("upgrade", body.upgrade());
        List<String> downgrade = body.downgrade();
        return downgrade == null ? upgrade : upgrade + "\n\n" + method("downgrade", downgrade);
    }

    private static String method(String name, List<String> lines) {
        String code = lines.stream()
                .map(line -> line.isEmpty() ? "\n" : "        " + line + "\n")
                .collect(Collectors.joining());
        return "    @Override\n    public void %s(Operations op) {\n%s    }".formatted(name, code);
    }
}
