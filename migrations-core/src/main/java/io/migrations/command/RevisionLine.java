/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.util.Collection;
import java.util.List;

/** One line about a revision, in Alembic's formats. */
final class RevisionLine {

    private final View view;

    RevisionLine(View view) {
        this.view = view;
    }

    /** As {@code heads} and {@code current} have it: {@code 008 (billing) (head)}. */
    String brief(Revision revision) {
        return id(revision) + joined(view.headMarks(revision));
    }

    /** As {@code history} has it: {@code 006, 7d20 -> 007 (billing) (mergepoint), merge billing}. */
    String full(Revision revision) {
        String line = parents(revision)
                + (revision.dependencies().isEmpty() ? "" : " (" + String.join(", ", revision.dependencies()) + ")")
                + " -> "
                + id(revision)
                + joined(view.marks(revision));
        return described(line, revision);
    }

    /** As {@code branches} has it: {@code 002 (branchpoint), seed accounts}. */
    String point(Revision revision) {
        return described(id(revision) + joined(view.marks(revision)), revision);
    }

    /** As {@code branches} has it below a branch point: {@code -> 003 (head), index positions}. */
    String child(Revision revision) {
        return described("    -> " + brief(revision), revision);
    }

    /** As {@code graph} has it: {@code 008 (billing) (head) index orders (depends on 003)}. */
    String node(Revision revision) {
        return title(revision)
                + (revision.dependencies().isEmpty()
                        ? ""
                        : " (depends on " + String.join(", ", revision.dependencies()) + ")")
                + (revision.description().isEmpty() ? "" : " " + Words.inline(revision.description()));
    }

    /** What stands in a picture, where lines show the parents: {@code 008 (billing) (head) (pending)}. */
    String title(Revision revision) {
        List<String> marks = view.marks(revision).stream()
                .filter(mark -> !mark.equals("(branchpoint)") && !mark.equals("(mergepoint)"))
                .toList();
        return id(revision) + joined(marks) + (view.isPending(revision) ? " (pending)" : "");
    }

    private static String parents(Revision revision) {
        return revision.isBase() ? "<base>" : String.join(", ", revision.parents());
    }

    private String id(Revision revision) {
        Collection<String> labels = view.graph().labels(revision);
        return revision.id() + (labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")");
    }

    private static String joined(List<String> marks) {
        return marks.isEmpty() ? "" : " " + String.join(" ", marks);
    }

    private static String described(String line, Revision revision) {
        return revision.description().isEmpty()
                ? line
                : line + Layout.cut(", " + Words.inline(revision.description()), Layout.WIDTH - line.length());
    }
}
