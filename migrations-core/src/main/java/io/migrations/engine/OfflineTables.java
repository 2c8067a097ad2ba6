/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppendOnlyJournal;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;

/** What creates the history's tables in a script for psql, where they are missing. */
final class OfflineTables {

    private final MigratorSettings settings;
    private final boolean runsRepeatables;

    OfflineTables(MigratorSettings settings, boolean runsRepeatables) {
        this.settings = settings;
        this.runsRepeatables = runsRepeatables;
    }

    /** Appends it, for the transaction that the script is in. */
    void append(StringBuilder out) {
        out.append("SELECT (")
                .append(HistorySchema.completeness(":'applied_set'", ":'journal'"))
                .append(") AS complete \\gset\n\\if :complete\n\\else\n");
        out.append(
                "SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = :'schema') AS schema_is_missing \\gset\n");
        out.append("\\if :schema_is_missing\nCREATE SCHEMA :\"schema\";\n\\endif\n");
        HistorySchema.statements(":applied_set", ":journal")
                .forEach(statement -> out.append(statement).append(";\n"));
        out.append("\\endif\n");
        if (runsRepeatables) {
            out.append("SELECT to_regclass(:'repeatable') IS NOT NULL AS complete \\gset\n\\if :complete\n\\else\n")
                    .append(HistorySchema.repeatableStatement(":repeatable"))
                    .append(";\n\\endif\n");
        }
        if (settings.appendOnlyJournal()) {
            out.append("SELECT ")
                    .append(AppendOnlyJournal.existence(":'journal'"))
                    .append(" AS complete \\gset\n\\if :complete\n\\else\n");
            String function =
                    ":\"schema\"." + HistoryTables.quoted(settings.tables().journal() + "_append_only");
            AppendOnlyJournal.statements(":journal", function)
                    .forEach(statement -> out.append(statement).append(";\n"));
            out.append("\\endif\n");
        }
    }
}
