/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.SourceTree;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The sources of the build, where a command was started beside them. They are a help, never a condition: what cannot be
 * read is as if it were not there.
 */
final class Sources {

    private static final String FILE = "file:";

    private final SourceTree tree;

    private Sources(SourceTree tree) {
        this.tree = tree;
    }

    static Optional<Sources> of(Application application) {
        try {
            return Optional.of(new Sources(SourceTree.read(application.authoring(), null)));
        } catch (MigrationException | UncheckedIOException exception) {
            return Optional.empty();
        }
    }

    /** What to say to somebody who has written revisions and not built them yet. No fault in this is worth a command. */
    static List<String> note(Application application) {
        try {
            RevisionGraph build = application.migrator().scripts().graph();
            return of(application).flatMap(sources -> sources.unbuilt(build)).stream()
                    .toList();
        } catch (RuntimeException exception) {
            return List.of();
        }
    }

    /** The file with the heads, if there is one. */
    Optional<Path> headsFile() {
        return Optional.of(tree.headsFile()).filter(Files::exists);
    }

    private Optional<String> unbuilt(RevisionGraph build) {
        List<String> unbuilt =
                tree.graph().ids().stream().filter(id -> !build.contains(id)).toList();
        if (unbuilt.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> location = tree.asLocation();
        String where = location.map(text -> " in '%s'".formatted(text.substring(FILE.length())))
                .orElse(" of the sources");
        return Optional.of("Note: %s%s %s not in this build: rebuild%s."
                .formatted(
                        Words.count(unbuilt.size(), "revision"),
                        where,
                        unbuilt.size() == 1 ? "is" : "are",
                        location.map(text -> ", or add --migrations.locations=" + text)
                                .orElse("")));
    }
}
