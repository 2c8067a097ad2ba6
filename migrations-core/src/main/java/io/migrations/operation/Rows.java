/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be inserted, as constants of SQL: {@code Rows.of("id", "name").row(1, "new").row(2, null)}.
 *
 * @param columns the columns that have values
 * @param values a constant for each column, for each row
 * @param vague the columns of which some value may be another when it is looked for again: SQL, or a float or double
 */
public record Rows(List<String> columns, List<List<String>> values, Set<String> vague) {

    public Rows {
        columns = Names.requireSome("column", columns);
        values = values.stream().map(List::copyOf).toList();
        vague = Set.copyOf(vague);
        for (List<String> row : values) {
            if (row.size() != columns.size()) {
                throw new InvalidOperationException(
                        "The row %s has %d values for the columns %s.".formatted(row, row.size(), columns),
                        "Give one for each; sql(\"DEFAULT\") leaves one to PostgreSQL.");
            }
        }
    }

    /** No rows yet, of these columns. */
    public static Rows of(String... columns) {
        return new Rows(List.of(columns), List.of(), Set.of());
    }

    /**
     * Rows as maps from column to value. The columns are sorted by name, as a map may forget its order, and the same rows
     * have to be the same SQL each time.
     */
    static Rows of(Collection<? extends Map<String, ? extends @Nullable Object>> maps) {
        var columns = new TreeSet<String>();
        maps.forEach(map -> columns.addAll(map.keySet()));
        var values = new ArrayList<List<String>>();
        var vague = new TreeSet<String>();
        for (Map<String, ? extends @Nullable Object> map : maps) {
            if (!map.keySet().equals(columns)) {
                var missing = new TreeSet<>(columns);
                missing.removeAll(map.keySet());
                throw new InvalidOperationException(
                        "The row %d has no values for %s, and others have.".formatted(values.size() + 1, missing),
                        "Give them; sql(\"DEFAULT\") leaves one to PostgreSQL.");
            }
            values.add(columns.stream().map(column -> Value.of(map.get(column))).toList());
            columns.stream().filter(column -> Value.isVague(map.get(column))).forEach(vague::add);
        }
        return new Rows(List.copyOf(columns), values, vague);
    }

    /** With one more row; a value for each column, in their order. */
    public Rows row(@Nullable Object... row) {
        var more = new ArrayList<>(values);
        more.add(Arrays.stream(row).map(Value::of).toList());
        var unsure = new TreeSet<>(vague);
        for (int i = 0; i < Math.min(row.length, columns.size()); i++) {
            if (Value.isVague(row[i])) {
                unsure.add(columns.get(i));
            }
        }
        return new Rows(columns, more, unsure);
    }

    /** The values of some columns, for each row. */
    Rows only(List<String> some) {
        List<Integer> places = some.stream().map(this::place).toList();
        List<List<String>> picked = values.stream()
                .map(row -> places.stream().map(row::get).toList())
                .toList();
        return new Rows(some, picked, vague);
    }

    /** As {@code (1, 'a')}, one for each row. */
    List<String> tuples() {
        return values.stream().map(row -> "(" + String.join(", ", row) + ")").toList();
    }

    private int place(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new InvalidOperationException(
                    "The rows have no column '%s', only %s.".formatted(column, columns), "Name some of those.");
        }
        return place;
    }
}
