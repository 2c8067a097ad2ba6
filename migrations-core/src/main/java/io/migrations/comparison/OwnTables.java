/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.MigratorSettings;
import io.migrations.history.HistoryTables;
import io.migrations.operation.Name;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the history, which no comparison is about. */
final class OwnTables {

    private OwnTables() {}

    static List<Name> of(MigratorSettings settings) {
        HistoryTables tables = settings.tables();
        return Stream.of(tables.revision(), tables.journal(), tables.repeatable())
                .map(table -> new Name(tables.schema(), table))
                .toList();
    }
}
