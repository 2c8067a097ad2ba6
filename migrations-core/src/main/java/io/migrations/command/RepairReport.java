/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.EditedRevision;
import io.migrations.engine.Repair;
import io.migrations.engine.RepairAs;
import io.migrations.engine.UnfinishedAttempt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a repair would do or did, as people and programs read it. */
final class RepairReport {

    private final Repair repair;
    private final @Nullable RepairAs as;

    RepairReport(Repair repair, @Nullable RepairAs as) {
        this.repair = repair;
        this.as = as;
    }

    Report plan() {
        return Report.of(this::planText, this::json);
    }

    Report done() {
        return Report.of(this::doneText, this::json);
    }

    String planText() {
        if (repair.isEmpty()) {
            return repair.revisions().isEmpty()
                    ? "Nothing to repair."
                    : "Nothing to repair of %s.".formatted(String.join(", ", repair.revisions()));
        }
        List<String> parts = new ArrayList<>();
        repair.edited().forEach(edited -> parts.add(text(edited)));
        for (UnfinishedAttempt attempt : repair.interrupted()) {
            parts.add(
                    "The %s of %s on host %s never ended, and no statement of it is recorded as done. It is closed as interrupted."
                            .formatted(attempt.action(), named(attempt), attempt.host()));
        }
        for (UnfinishedAttempt attempt : repair.halfDone()) {
            parts.add("The %s of %s stopped after %s. %s"
                    .formatted(
                            attempt.action(),
                            named(attempt),
                            reached(attempt),
                            as == null
                                    ? "Say what it counts as with --as."
                                    : "It counts as %s from now on.".formatted(word(as))));
        }
        return String.join("\n\n", parts);
    }

    private String doneText() {
        List<String> lines = new ArrayList<>();
        for (EditedRevision edited : repair.edited()) {
            lines.add("Accepted %s as %s has it.".formatted(edited.revision(), edited.file()));
        }
        for (UnfinishedAttempt attempt : repair.interrupted()) {
            lines.add("Closed the %s of %s.".formatted(attempt.action(), named(attempt)));
        }
        for (UnfinishedAttempt attempt : repair.halfDone()) {
            lines.add("%s counts as %s.".formatted(named(attempt), as == null ? "undecided" : word(as)));
        }
        return String.join("\n", lines);
    }

    private static String text(EditedRevision edited) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Revision %s was applied, and %s says something else now:".formatted(edited.revision(), edited.file()));
        edited.place().forEach(difference -> lines.add("  " + Words.visible(difference)));
        if (edited.upgradeDifference() != null) {
            lines.add("  the upgrade, - as it ran, + as it is now:");
            lines.add(Words.indented(Words.visible(edited.upgradeDifference()), 4));
        }
        if (edited.downgradeDifference() != null) {
            lines.add("  the downgrade, - as it is kept, + as it is now:");
            lines.add(Words.indented(Words.visible(edited.downgradeDifference()), 4));
        }
        return String.join("\n", lines);
    }

    private Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("edited", repair.edited().stream().map(RepairReport::json).toList());
        json.put(
                "interrupted",
                repair.interrupted().stream().map(RepairReport::json).toList());
        json.put("halfDone", repair.halfDone().stream().map(RepairReport::json).toList());
        return json;
    }

    private static Map<String, ?> json(EditedRevision edited) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", edited.revision());
        json.put("file", edited.file());
        json.put("place", edited.place());
        json.put("upgrade", edited.upgradeDifference());
        json.put("downgrade", edited.downgradeDifference());
        return json;
    }

    private static Map<String, ?> json(UnfinishedAttempt attempt) {
        return Map.of(
                "revision", attempt.revision(),
                "action", attempt.action(),
                "statements", attempt.statements(),
                "startedAt", attempt.startedAt().toString(),
                "host", attempt.host());
    }

    /** How far it came, for a sentence. */
    static String reached(UnfinishedAttempt attempt) {
        String done = Words.count(attempt.statements(), "statement");
        return attempt.doubtfulLine().isEmpty()
                ? done
                : "%s, and statement %d (line %d) may have done a part of its work"
                        .formatted(
                                done,
                                attempt.statements() + 1,
                                attempt.doubtfulLine().getAsInt());
    }

    private static String named(UnfinishedAttempt attempt) {
        return Words.named(attempt.revision(), attempt.description());
    }

    private static String word(RepairAs as) {
        return as.name().toLowerCase(Locale.ROOT);
    }
}
