/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Failure;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.history.RecordedRepeatable;
import io.migrations.history.RepeatableSet;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the repeatable scripts of the build against those that the database records. */
final class RepeatableStatusReader {

    private final ScriptDirectory directory;

    RepeatableStatusReader(ScriptDirectory directory) {
        this.directory = directory;
    }

    /** Those of the build in their order, then those that only the database knows. */
    List<RepeatableStatus> read(JdbcClient jdbc, HistoryTables resolved) {
        return HistorySchema.hasRepeatables(jdbc, resolved)
                ? statuses(new RepeatableSet(resolved).read(jdbc), new Journal(resolved).latestRepeats(jdbc))
                : none();
    }

    /** The same where nothing is recorded. */
    List<RepeatableStatus> none() {
        return statuses(List.of(), List.of());
    }

    private List<RepeatableStatus> statuses(List<RecordedRepeatable> recorded, List<JournalEntry> attempts) {
        Map<String, RecordedRepeatable> unknown = new LinkedHashMap<>();
        recorded.forEach(script -> unknown.put(script.name(), script));
        Map<String, JournalEntry> byName = new HashMap<>();
        attempts.forEach(entry -> byName.put(entry.revision(), entry));
        List<RepeatableStatus> result = new ArrayList<>();
        for (RepeatableScript script : directory.repeatables()) {
            result.add(status(script, unknown.remove(script.name()), byName.get(script.name())));
        }
        unknown.values()
                .forEach(script -> result.add(new RepeatableStatus(
                        script.name(),
                        "",
                        null,
                        RepeatableState.UNKNOWN,
                        script.checksum(),
                        script.appliedAt(),
                        null,
                        null)));
        return result;
    }

    private static RepeatableStatus status(
            RepeatableScript script, @Nullable RecordedRepeatable recorded, @Nullable JournalEntry attempt) {
        boolean current = recorded != null && script.checksum().equals(recorded.checksum());
        Failure failure = current || attempt == null ? null : attempt.failure();
        return new RepeatableStatus(
                script.name(),
                script.description(),
                script.script().file(),
                state(current, failure),
                script.checksum(),
                recorded == null ? null : recorded.appliedAt(),
                failure == null ? null : failure.message(),
                failure == null ? null : Remedy.after(failure.sqlState()));
    }

    private static RepeatableState state(boolean current, @Nullable Failure failure) {
        if (current) {
            return RepeatableState.APPLIED;
        }
        return failure == null ? RepeatableState.PENDING : RepeatableState.FAILED;
    }
}
