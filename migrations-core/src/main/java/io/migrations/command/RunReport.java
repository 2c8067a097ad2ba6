/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.CompletedRepeatable;
import io.migrations.engine.CompletedStep;
import io.migrations.engine.RunResult;
import io.migrations.revision.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did, as people and programs read it. */
final class RunReport {

    private RunReport() {}

    static Report of(RunResult result) {
        return Report.of(() -> text(result), () -> json(result));
    }

    private static String text(RunResult result) {
        if (result.steps().isEmpty() && result.repeatables().isEmpty()) {
            return PlanReport.nothing(result.plan()) + PlanReport.ahead(result.unknown());
        }
        List<String> lines = new ArrayList<>();
        for (CompletedStep completed : result.steps()) {
            var revision = completed.step().revision();
            lines.add("%s %s (%s)"
                    .formatted(
                            completed.step().direction() == Direction.UPGRADE ? "Applied" : "Downgraded",
                            Words.named(revision.id(), revision.description()),
                            Words.duration(completed.duration())));
        }
        for (CompletedRepeatable completed : result.repeatables()) {
            lines.add("Ran repeatable script %s (%s)"
                    .formatted(Words.inline(completed.name()), Words.duration(completed.duration())));
        }
        lines.add("The database is at %s.".formatted(Words.heads(result.plan().headsAfter())));
        return String.join("\n", lines);
    }

    private static Map<String, ?> json(RunResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("direction", result.plan().direction() == Direction.UPGRADE ? "upgrade" : "downgrade");
        json.put(
                "steps",
                result.steps().stream()
                        .map(completed -> Map.of(
                                "revision", completed.step().revision().id(),
                                "description", completed.step().revision().description(),
                                "durationMillis", completed.duration().toMillis()))
                        .toList());
        json.put(
                "repeatables",
                result.repeatables().stream()
                        .map(completed -> Map.of(
                                "name", completed.name(),
                                "durationMillis", completed.duration().toMillis()))
                        .toList());
        json.put("heads", List.copyOf(result.plan().headsAfter()));
        json.put("state", result.state().name().toLowerCase(Locale.ROOT));
        json.put("unknown", result.unknown());
        json.put("lockWaitMillis", result.lockWait().toMillis());
        json.put("durationMillis", result.duration().toMillis());
        return json;
    }
}
