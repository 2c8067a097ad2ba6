/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code LIKE}: the columns of another table, and what else of them is asked for. */
public record Like(Name table, List<Part> including) implements TableElement {

    /** What can be taken over besides names, types and NOT NULL. */
    public enum Part {
        ALL,
        COMMENTS,
        COMPRESSION,
        CONSTRAINTS,
        DEFAULTS,
        GENERATED,
        IDENTITY,
        INDEXES,
        STATISTICS,
        STORAGE
    }

    public Like {
        including = List.copyOf(including);
    }

    static Like of(String table) {
        return new Like(Name.of(table), List.of());
    }

    /** Takes over these, too. */
    public Like including(Part... parts) {
        var more = new ArrayList<>(including);
        more.addAll(List.of(parts));
        return new Like(table, more);
    }

    /** As SQL. */
    public String sql() {
        return Words.join(
                "LIKE " + table.sql(),
                including.stream().map(part -> "INCLUDING " + part).collect(Collectors.joining(" ")));
    }
}
