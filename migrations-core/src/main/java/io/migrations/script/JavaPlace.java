/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.script.NewFiles.NewFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a new revision in Java goes.
 *
 * @param searched the packages that the build searches, each with all below it
 * @param chosen the package, where it is not the usual one
 */
record JavaPlace(List<String> searched, @Nullable String chosen) {

    private static final Pattern PACKAGE =
            Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*", Pattern.CASE_INSENSITIVE);

    /** The file, which is not there yet. */
    NewFile file(SourceTree tree, Draft draft, Instant created) {
        String packageName = packageName(tree, draft);
        Path folder = tree.javaRootFor(draft.place()).resolve(packageName.replace('.', '/'));
        String wanted = JavaTemplate.className(draft);
        String name = wanted;
        for (int i = 2; tree.isTaken(folder.resolve(name + JavaFile.SUFFIX)); i++) {
            name = wanted + i;
        }
        String text = new JavaTemplate(draft, created).render(packageName, name);
        return new NewFile(draft.id(), folder.resolve(name + JavaFile.SUFFIX), text);
    }

    private String packageName(SourceTree tree, Draft draft) {
        if (chosen != null) {
            requireSearched(draft, chosen);
            return chosen;
        }
        List<String> existing = tree.packagesBeside(draft.place());
        return existing.stream()
                .filter(this::isSearched)
                .findFirst()
                .or(() -> searched.stream().findFirst())
                .or(() -> existing.stream().findFirst())
                .orElseThrow(() -> RevisionNotWrittenException.because(
                        draft.id(),
                        "There is no telling which package it belongs to: name one with '--package', and in"
                                + " 'migrations.packages', so that the build finds it."));
    }

    private void requireSearched(Draft draft, String name) {
        if (!PACKAGE.matcher(name).matches()) {
            throw RevisionNotWrittenException.because(
                    draft.id(), "'%s' is no package: write one such as 'db.migrations'.".formatted(name));
        }
        if (!searched.isEmpty() && !isSearched(name)) {
            throw RevisionNotWrittenException.because(
                    draft.id(),
                    "The build looks for revisions in the packages %s, and '%s' is in none of them: choose one of these or one below, or add it to 'migrations.packages'."
                            .formatted(searched, name));
        }
    }

    private boolean isSearched(String name) {
        return searched.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
    }
}
