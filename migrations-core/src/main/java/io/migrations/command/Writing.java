/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.script.AuthoringSettings;
import io.migrations.script.Draft;
import io.migrations.script.RevisionWriter;
import io.migrations.script.SourceTree;
import io.migrations.script.WrittenRevision;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that write a revision have in common. */
final class Writing {

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the branch that begins here. May be given several times.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, by default a random one of 12 digits.")
    private @Nullable String id;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "The folder to write it into, by default that of the revision it follows.")
    private @Nullable Path directory;

    List<String> labels() {
        return List.copyOf(labels);
    }

    @Nullable String id() {
        return id;
    }

    String idOrRandom() {
        return id == null ? Draft.randomId(new SecureRandom()) : id;
    }

    SourceTree sources(Application application) {
        return SourceTree.read(application.authoring(), directory);
    }

    /** Writes a revision and tells about it. */
    Report write(Application application, SourceTree tree, Draft draft) {
        AuthoringSettings settings = application.authoring();
        WrittenRevision written = new RevisionWriter(settings, Clock.systemUTC()).write(tree, draft);
        return Report.of(() -> text(tree, draft, written), () -> json(tree, written));
    }

    private static String text(SourceTree tree, Draft draft, WrittenRevision written) {
        List<String> lines = new ArrayList<>();
        lines.add("Created " + tree.display(written.file()));
        lines.add(
                written.parents().isEmpty()
                        ? "Revision %s is a new base.".formatted(written.revision())
                        : "Revision %s revises %s."
                                .formatted(written.revision(), String.join(" and ", written.parents())));
        lines.add("");
        boolean isOneHead = written.heads().size() == 1;
        if (!isOneHead) {
            lines.add("There are %d heads now: %s. 'migrations merge' joins them."
                    .formatted(written.heads().size(), String.join(", ", written.heads())));
        }
        lines.add("%s; 'migrations upgrade %s' applies it."
                .formatted(
                        draft.isComplete()
                                ? "It is complete as it is: rebuild"
                                : "Fill in both directions, then rebuild",
                        isOneHead ? "head" : draft.id()));
        tree.asLocation().ifPresent(location -> {
            lines.add("To apply it without a rebuild, add");
            lines.add("  --migrations.locations=" + location);
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static Map<String, ?> json(SourceTree tree, WrittenRevision written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", written.revision());
        json.put("file", tree.display(written.file()));
        json.put("parents", written.parents());
        json.put("heads", written.heads());
        return json;
    }
}
