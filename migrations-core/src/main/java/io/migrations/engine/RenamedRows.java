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
        Optional<RepeatableRow> lost = rows.stream()
                .filter(row -> directory.findRepeatable(row.name()).isEmpty()
                        && !row.objects().isEmpty())
                .filter(row -> objectsNamedIn(script).containsAll(row.objects()))
                .findFirst();
        if (lost.isEmpty()) {
            return rows;
        }
        history.repeatables().rename(history.jdbc(), lost.get().name(), script.name());
        return history.repeatables().rows(history.jdbc());
    }

    private Set<String> objectsNamedIn(RepeatableScript script) {
        return new Catalog(history.jdbc())
                        .named(script.script().statements().stream()
                                .flatMap(statement -> CreatedName.in(statement).stream())
                                .toList())
                        .keySet()
                        .stream()
                        .map(CatalogObject::identity)
                        .collect(Collectors.toSet());
    }
}
