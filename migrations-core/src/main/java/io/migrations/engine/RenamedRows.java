/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is recorded of repeatable scripts, with a renamed file told from a new one: where this build has lost a script, and a
 * new one makes all that it made, the new one takes its place.
 */
final class RenamedRows {

    private final LockedHistory history;
    private final ScriptDirectory directory;

    RenamedRows(LockedHistory history, ScriptDirectory directory) {
        this.history = history;
        this.directory = directory;
    }

    /** All rows, after a new script was given the row of the one that it replaces, if there is one. */
    List<RepeatableRow> givenTo(RepeatableScript script) {
        List<RepeatableRow> rows = history.repeatables().rows(history.jdbc());
        if (rows.stream().anyMatch(row -> row.name().equals(script.name()))) {
            return rows;
        }
        var named = NamedObjects.in(history.jdbc(), script.script());
        Optional<RepeatableRow> lost = rows.stream()
                .filter(row -> directory.findRepeatable(row.name()).isEmpty()
                        && !row.objects().isEmpty())
                .filter(row -> named.containsAll(row.objects()))
                .findFirst();
        if (lost.isEmpty()) {
            return rows;
        }
        history.repeatables().rename(history.jdbc(), lost.get().name(), script.name());
        return history.repeatables().rows(history.jdbc());
    }

    /** Whether this build has a script that makes what another made, be it under a new name. */
    boolean isInBuild(RepeatableRow made) {
        if (directory.findRepeatable(made.name()).isPresent()) {
            return true;
        }
        Set<String> names = history.repeatables().rows(history.jdbc()).stream()
                .map(RepeatableRow::name)
                .collect(Collectors.toSet());
        return directory.repeatables().stream()
                .filter(script -> !names.contains(script.name()))
                .anyMatch(script ->
                        NamedObjects.in(history.jdbc(), script.script()).containsAll(made.objects()));
    }
}
