/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table while its columns are found. Names are SQL already. */
final class TableDraft {

    private final String name;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Set<String> key = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();

    TableDraft(String name) {
        this.name = name;
    }

    /** Adds a column, unless it is there. */
    void add(String column, String definition) {
        columns.putIfAbsent(column, definition);
    }

    void key(List<String> names) {
        if (key.isEmpty()) {
            key.addAll(names);
        }
    }

    void references(List<String> names, String table, List<String> others) {
        references.add("ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (%s)"
                .formatted(name, String.join(", ", names), table, String.join(", ", others)));
    }

    /** What makes it. */
    String creation() {
        List<String> lines = new ArrayList<>();
        columns.forEach((column, definition) -> lines.add(column + " " + definition));
        if (!key.isEmpty()) {
            lines.add("PRIMARY KEY (%s)".formatted(String.join(", ", key)));
        }
        return "CREATE TABLE %s (%n    %s%n)".formatted(name, String.join(",%n    ".formatted(), lines));
    }

    /** What is to be added once all tables are there. */
    List<String> references() {
        return List.copyOf(references);
    }
}
