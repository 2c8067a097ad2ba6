/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;

/** {@code DELETE} of the rows that were inserted, by their keys. */
public record DeleteRows(BulkInsert inserted) implements Operation {

    @Override
    public List<String> statements() {
        List<String> columns = inserted.keyColumns();
        Rows keys = inserted.rows().only(columns);
        boolean one = columns.size() == 1;
        List<String> tuples =
                one ? keys.values().stream().map(key -> key.get(0)).toList() : keys.tuples();
        String column = one ? Names.list(columns) : "(" + Names.list(columns) + ")";
        var statements = new ArrayList<String>();
        for (int from = 0; from < tuples.size(); from += inserted.rowsPerStatement()) {
            int to = Math.min(from + inserted.rowsPerStatement(), tuples.size());
            statements.add("DELETE FROM %s WHERE %s IN (%s)"
                    .formatted(inserted.table().sql(), column, String.join(", ", tuples.subList(from, to))));
        }
        return statements;
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(inserted);
    }
}
