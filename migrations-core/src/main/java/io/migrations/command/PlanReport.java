/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.DataLoss;
import io.migrations.engine.KeptDowngrade;
import io.migrations.engine.Migrator;
import io.migrations.engine.ReviewedDowngrade;
import io.migrations.engine.RevisionState;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as people and programs read it. */
final class PlanReport {

    private PlanReport() {}

    /** What an upgrade would do, and where there is nothing to do, what others have done that this build does not have. */
    static Report upgrade(Migrator migrator, List<String> targets) {
        Plan plan = migrator.planUpgrade(targets);
        List<String> unknown = migrator.status().revisions().stream()
                .filter(revision -> revision.state() == RevisionState.UNKNOWN)
                .map(status -> status.revision().id())
                .toList();
        return Report.of(() -> plan.isEmpty() ? nothing(plan) + ahead(unknown) : text(plan), () -> {
            Map<String, Object> json = new LinkedHashMap<>(json(plan));
            json.put("unknown", unknown);
            return json;
        });
    }

    static Report of(ReviewedDowngrade shown) {
        return Report.of(
                () -> {
                    String warnings = warnings(shown);
                    return warnings.isEmpty() ? text(shown.plan()) : text(shown.plan()) + "\n\n" + warnings;
                },
                () -> json(shown));
    }

    static String text(Plan plan) {
        if (plan.isEmpty()) {
            return nothing(plan);
        }
        int widest = plan.steps().stream()
                .mapToInt(step -> Words.inline(step.revision().id()).length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        if (!plan.steps().isEmpty()) {
            lines.add("%s from %s to %s: %s"
                    .formatted(
                            plan.direction() == Direction.UPGRADE ? "Upgrade" : "Downgrade",
                            Words.heads(plan.headsBefore()),
                            Words.heads(plan.headsAfter()),
                            Words.count(plan.steps().size(), "step")));
        }
        for (Step step : plan.steps()) {
            String id = Words.inline(step.revision().id());
            lines.add("  %s  %s"
                    .formatted(
                            id + " ".repeat(widest - id.length()),
                            Words.inline(step.revision().description()))
                    .stripTrailing());
        }
        if (!plan.repeatables().isEmpty()) {
            lines.add("%s to run:".formatted(Words.count(plan.repeatables().size(), "repeatable script")));
            plan.repeatables().forEach(name -> lines.add("  " + Words.inline(name)));
        }
        return String.join("\n", lines);
    }

    static String nothing(Plan plan) {
        return "Nothing to do: the database is at %s.".formatted(Words.heads(plan.headsBefore()));
    }

    /** What follows {@link #nothing} where others are ahead of this build. */
    static String ahead(List<String> unknown) {
        return unknown.isEmpty()
                ? ""
                : "%nIt is ahead of this build, which does not have %s."
                        .formatted(unknown.stream().map(Words::inline).collect(Collectors.joining(", ")));
    }

    /** What a person should see before a downgrade: what it takes away, and texts that are in no file of this build. */
    static String warnings(ReviewedDowngrade shown) {
        List<String> parts = new ArrayList<>();
        for (KeptDowngrade kept : shown.kept()) {
            parts.add("This build does not know revision %s. %s"
                    .formatted(Words.named(kept.revision(), kept.description()), downgrade(kept)));
        }
        if (!shown.losses().isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add("This may lose data:");
            for (DataLoss loss : shown.losses()) {
                lines.add("  %s: %s".formatted(Words.inline(loss.revision()), Words.inline(loss.statement())));
            }
            parts.add(String.join("\n", lines));
        }
        return String.join("\n\n", parts);
    }

    private static String downgrade(KeptDowngrade kept) {
        return kept.text().isBlank()
                ? "The database keeps a downgrade of it that does nothing."
                : "The database keeps this downgrade of it%s:%s\n\n%s"
                        .formatted(
                                kept.transactional() ? "" : ", which runs outside a transaction",
                                kept.hasPlaceholders()
                                        ? "\nIts placeholders are replaced by the values of this build."
                                        : "",
                                Words.indented(Words.visible(kept.text()), 4));
    }

    static Map<String, ?> json(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("direction", plan.direction() == Direction.UPGRADE ? "upgrade" : "downgrade");
        json.put(
                "steps",
                plan.steps().stream()
                        .map(step -> Map.of(
                                "revision", step.revision().id(),
                                "description", step.revision().description()))
                        .toList());
        json.put("repeatables", plan.repeatables());
        json.put("headsBefore", List.copyOf(plan.headsBefore()));
        json.put("headsAfter", List.copyOf(plan.headsAfter()));
        return json;
    }

    private static Map<String, ?> json(ReviewedDowngrade shown) {
        Map<String, Object> json = new LinkedHashMap<>(json(shown.plan()));
        json.put(
                "fromDatabase",
                shown.kept().stream()
                        .map(kept -> Map.of(
                                "revision", kept.revision(),
                                "description", kept.description(),
                                "text", kept.text(),
                                "hasPlaceholders", kept.hasPlaceholders(),
                                "checksum", kept.checksum(),
                                "transactional", kept.transactional()))
                        .toList());
        json.put(
                "losses",
                shown.losses().stream()
                        .map(loss -> Map.of("revision", loss.revision(), "statement", loss.statement()))
                        .toList());
        return json;
    }
}
