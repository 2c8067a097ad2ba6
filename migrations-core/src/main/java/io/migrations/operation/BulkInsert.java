/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code INSERT} of many rows: Alembic's {@code bulk_insert}.
 *
 * @param overridesSystemValue whether the rows give numbers of their own to an identity that is always generated
 * @param keyColumns the columns that tell its rows from others, so that they can be deleted again; empty if none do
 * @param rowsPerStatement how many rows one INSERT has at most
 */
public record BulkInsert(
        Name table, Rows rows, boolean overridesSystemValue, List<String> keyColumns, int rowsPerStatement)
        implements Operation {

    private static final int ROWS_PER_STATEMENT = 500;

    public BulkInsert {
        keyColumns = Names.require("column", keyColumns);
        if (!keyColumns.isEmpty()) {
            requireKeys(table, rows.only(keyColumns));
        }
        if (rows.values().isEmpty()) {
            throw new InvalidOperationException(
                    "bulkInsert into '%s' has no rows.".formatted(table), "Give at least one.");
        }
        if (rowsPerStatement < 1) {
            throw new InvalidOperationException(
                    "An INSERT of %d rows does nothing.".formatted(rowsPerStatement), "Give 1 or more.");
        }
    }

    /** Some rows for a table. */
    public static BulkInsert of(String table, Rows rows) {
        return new BulkInsert(Name.of(table), rows, false, List.of(), ROWS_PER_STATEMENT);
    }

    /** Gives numbers of its own to an identity that is always generated. */
    public BulkInsert overridingSystemValue() {
        return new BulkInsert(table, rows, true, keyColumns, rowsPerStatement);
    }

    /** The columns that tell these rows from others; the downgrade deletes by them. Their values are constants. */
    public BulkInsert keyColumns(String... columns) {
        return new BulkInsert(table, rows, overridesSystemValue, List.of(columns), rowsPerStatement);
    }

    /** How many rows one INSERT has at most; 1 is Alembic's {@code multiinsert=False}. */
    public BulkInsert rowsPerStatement(int count) {
        return new BulkInsert(table, rows, overridesSystemValue, keyColumns, count);
    }

    @Override
    public List<String> statements() {
        String start = Words.join(
                "INSERT INTO",
                table.sql(),
                "(" + Names.list(rows.columns()) + ")",
                Words.when(overridesSystemValue, "OVERRIDING SYSTEM VALUE"),
                "VALUES");
        List<String> tuples = rows.tuples();
        var statements = new ArrayList<String>();
        for (int from = 0; from < tuples.size(); from += rowsPerStatement) {
            List<String> some = tuples.subList(from, Math.min(from + rowsPerStatement, tuples.size()));
            statements.add(some.size() == 1 ? start + " " + some.get(0) : start + "\n  " + String.join(",\n  ", some));
        }
        return statements;
    }

    @Override
    public Inverse inverse() {
        return keyColumns.isEmpty()
                ? Inverse.none(
                        "Which columns tell the rows inserted into '%s' from others is not known; name them by keyColumns."
                                .formatted(table))
                : Inverse.of(new DeleteRows(this));
    }

    private static void requireKeys(Name table, Rows keys) {
        for (String column : keys.columns()) {
            if (keys.vague().contains(column)) {
                throw new InvalidOperationException(
                        "The column '%s' doesn't tell the rows inserted into '%s' from others: it is given as SQL, or as a float or double, which may be another value on the way back."
                                .formatted(column, table),
                        "Name columns with constants, such as integers or strings.");
            }
        }
        for (List<String> key : keys.values()) {
            if (key.contains("NULL") || key.contains("DEFAULT")) {
                throw new InvalidOperationException(
                        "The columns %s don't tell the rows inserted into '%s' from others: one has the key %s."
                                .formatted(keys.columns(), table, key),
                        "Name columns that have a value of their own in each row.");
            }
        }
    }
}
