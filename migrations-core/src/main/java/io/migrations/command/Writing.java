/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.script.AuthoringSettings;
import io.migrations.script.Blank;
import io.migrations.script.Draft;
import io.migrations.script.RevisionWriter;
import io.migrations.script.SourceTree;
import io.migrations.script.SqlBody;
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
        return write(application, tree, List.of(draft), null);
    }

    /**
     * Writes revisions, each after those it revises, and tells about them.
     *
     * @param packageName the package for those in Java, where it is not the usual one
     */
    Report write(Application application, SourceTree tree, List<Draft> drafts, @Nullable String packageName) {
        return write(application, tree, drafts, packageName, "'migrations upgrade %s' applies it.");
    }

    /** Writes revisions for what the application's database has already. */
    Report adopt(Application application, SourceTree tree, List<Draft> drafts) {
        String here = drafts.get(drafts.size() - 1).id();
        return write(
                application,
                tree,
                drafts,
                null,
                "this database has it already, so record it here with%n  migrations stamp %s%nElsewhere 'migrations upgrade %%s' applies it."
                        .formatted(here));
    }

    private static Report write(
            Application application, SourceTree tree, List<Draft> drafts, @Nullable String packageName, String next) {
        AuthoringSettings settings = application.authoring();
        List<WrittenRevision> written =
                new RevisionWriter(settings, Clock.systemUTC(), packageName).write(tree, drafts);
        return Report.of(() -> text(tree, drafts, written, next), () -> json(tree, written));
    }

    private static String text(SourceTree tree, List<Draft> drafts, List<WrittenRevision> written, String then) {
        List<String> lines = new ArrayList<>();
        for (WrittenRevision one : written) {
            lines.add("Created " + tree.display(one.file()));
            lines.add(
                    one.parents().isEmpty()
                            ? "Revision %s is a new base.".formatted(one.revision())
                            : "Revision %s revises %s.".formatted(one.revision(), String.join(" and ", one.parents())));
        }
        lines.add("");
        List<String> heads = written.get(0).heads();
        boolean isOneHead = heads.size() == 1;
        if (!isOneHead) {
            lines.add("There are %d heads now: %s. 'migrations merge' joins them."
                    .formatted(heads.size(), String.join(", ", heads)));
        }
        Draft last = drafts.get(drafts.size() - 1);
        lines.add(next(last) + "; " + then.formatted(isOneHead ? "head" : last.id()));
        if (drafts.stream().noneMatch(draft -> draft.body().isJava())) {
            tree.asLocation().ifPresent(location -> {
                lines.add("To apply it without a rebuild, add");
                lines.add("  --migrations.locations=" + location);
            });
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String next(Draft draft) {
        if (draft.body().isComplete()) {
            return draft.body().equals(SqlBody.NOTHING)
                    ? "It is complete as it is: rebuild"
                    : "Review it, then rebuild";
        }
        return draft.body() == Blank.JAVA ? "Say what it does, then rebuild" : "Fill in both directions, then rebuild";
    }

    private static Map<String, ?> json(SourceTree tree, List<WrittenRevision> written) {
        return written.size() == 1
                ? json(tree, written.get(0))
                : Map.of(
                        "revisions",
                        written.stream().map(one -> json(tree, one)).toList());
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
