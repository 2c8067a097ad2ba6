/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.RevisionState;
import io.migrations.engine.RevisionStatus;
import io.migrations.revision.Revision;
import io.migrations.script.ScriptedRevision;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is known of a revision, a line for each thing. */
final class RevisionEntry {

    private static final int COLUMN = 16;
    private static final int CHECKSUM_COLUMNS = 24;

    private final View view;

    RevisionEntry(View view) {
        this.view = view;
    }

    /** Entries with an empty line between two. */
    String of(List<Revision> revisions) {
        return revisions.stream().map(this::of).collect(Collectors.joining("\n\n"));
    }

    private String of(Revision revision) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Revision", (revision.id() + " " + String.join(" ", view.marks(revision))).strip());
        fields.put("Description", revision.description());
        fields.put(revision.isMerge() ? "Merges" : "Parent", revision.isBase() ? "<base>" : list(revision.parents()));
        fields.put("Depends on", list(revision.dependencies()));
        fields.put("Branch labels", list(view.graph().labels(revision)));
        fields.put(
                "Branches into",
                view.isBranchPoint(revision)
                        ? list(view.graph().children(revision).stream()
                                .map(Revision::id)
                                .toList())
                        : "");
        fields.put("File", view.isUnknown(revision) ? "" : revision.source());
        view.script(revision).map(ScriptedRevision::createDate).ifPresent(date -> fields.put("Create date", "" + date));
        view.script(revision).ifPresent(script -> {
            fields.put("Reversible", yes(script.isReversible()));
            fields.put("Transactional", yes(script.upgrade().transactional()));
            fields.put("Checksum", checksum(script.upgrade().checksum()));
        });
        view.status(revision).ifPresent(status -> addState(fields, status));
        return text(fields);
    }

    private static void addState(Map<String, String> fields, RevisionStatus status) {
        fields.put("Reversible", yes(status.reversible()));
        fields.put("Transactional", yes(status.transactional()));
        fields.put("Checksum", checksum(status.checksum()));
        fields.put("State", state(status.state()));
        if (status.appliedAt() != null) {
            fields.put("Applied at", "" + status.appliedAt().truncatedTo(ChronoUnit.SECONDS));
            fields.put("Applied by", status.appliedBy() == null ? "" : status.appliedBy());
            fields.put("Duration", status.duration() == null ? "" : Words.duration(status.duration()));
        }
    }

    private static String state(RevisionState state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PENDING -> "pending";
            case MODIFIED -> "applied, and modified since";
            case UNKNOWN -> "applied, and not in this build";
            case RUNNING -> "running";
            case FAILED -> "pending, its last attempt failed";
            case INTERRUPTED -> "pending, its last attempt was interrupted";
        };
    }

    /** Enough of it to tell two apart; it does not fit a line. */
    private static String checksum(String whole) {
        return Layout.cut(whole, CHECKSUM_COLUMNS);
    }

    private static String text(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> Layout.hanging(padded(field.getKey() + ":"), field.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String padded(String key) {
        return key + " ".repeat(COLUMN - key.length());
    }

    private static String list(Collection<String> ids) {
        return String.join(", ", ids);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
