/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.HeadsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a build has the heads that a file, kept with the sources, says it has. */
final class HeadsCheck {

    private final RevisionGraph graph;
    private final Path file;
    private final List<String> expected;
    private final List<String> heads;

    HeadsCheck(RevisionGraph graph, Path file) {
        this.graph = graph;
        this.file = file;
        this.expected = List.copyOf(HeadsFile.read(file).ids());
        this.heads = graph.heads().stream().map(Revision::id).sorted().toList();
    }

    Report report() {
        return new Report(this::text, this::json, expected.equals(heads) ? ExitCode.DONE : ExitCode.FOUND);
    }

    /** What {@code check} says of it; nothing where it is as it should be. */
    Optional<Finding> finding() {
        if (expected.equals(heads)) {
            return Optional.empty();
        }
        List<String> lines = text().lines().toList();
        return Optional.of(new Finding(
                "headsFile",
                lines.get(0),
                String.join(" ", lines.subList(1, lines.size())),
                Stream.concat(missing().stream(), unexpected().stream()).toList()));
    }

    private List<String> missing() {
        return expected.stream().filter(head -> !heads.contains(head)).toList();
    }

    private List<String> unexpected() {
        return heads.stream().filter(head -> !expected.contains(head)).toList();
    }

    private String text() {
        if (expected.equals(heads)) {
            return "The build has the heads of '%s': %s.".formatted(file, quoted(heads));
        }
        List<String> lines = new ArrayList<>();
        lines.add("The heads differ: the build has %s, '%s' says %s.".formatted(quoted(heads), file, quoted(expected)));
        List<String> unknown =
                missing().stream().filter(head -> !graph.contains(head)).toList();
        if (!unknown.isEmpty()) {
            lines.add("The build does not have %s: rebuild it, or restore the file of the revision."
                    .formatted(quoted(unknown)));
        } else if (heads.size() > expected.size()) {
            lines.add("Branches met, or a revision lost its 'Revises': 'migrations merge' joins the heads.");
        } else {
            lines.add("The file is older than the revisions. Write into it, a line each:");
            graph.heads().forEach(head -> lines.add("  %s: %s".formatted(head.id(), nameOf(head))));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("heads", heads);
        json.put("expected", expected);
        json.put("missing", missing());
        json.put("unexpected", unexpected());
        return json;
    }

    private static String nameOf(Revision head) {
        return head.source().substring(head.source().lastIndexOf('/') + 1);
    }

    private static String quoted(List<String> ids) {
        return ids.isEmpty() ? "none" : "'" + String.join("', '", ids) + "'";
    }
}
