/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the lines of a drawing as an eye does and tells which revision they lead to from where. It knows the
 * characters, and nothing of how the drawing was made. Ids begin with {@code r}.
 */
final class DrawnEdges {

    /** A line, by the revision it comes from, and the column it is in. */
    private record Line(String from, int column) {}

    private final Map<String, Set<String>> parents = new LinkedHashMap<>();
    private List<Line> lines = new ArrayList<>();
    private String last = "";

    private DrawnEdges() {}

    /** The parents of each drawn revision. */
    static Map<String, Set<String>> of(List<String> rows) {
        var edges = new DrawnEdges();
        for (String row : rows) {
            int text = row.indexOf('r');
            edges.read(text < 0 ? row : row.substring(0, text), text < 0 ? "" : row.substring(text));
        }
        if (!edges.lines.stream().allMatch(line -> line.from().equals(edges.last))) {
            throw new AssertionError("Lines without an end: " + edges.lines);
        }
        return edges.parents;
    }

    private void read(String row, String id) {
        if (id.isEmpty()) {
            lines = row.indexOf('\\') >= 0 ? spread(row) : approach(row);
            return;
        }
        int star = row.indexOf('*');
        List<Line> next = new ArrayList<>();
        for (Line line : lines) {
            if (line.column() / 2 == star / 2) {
                parents.get(line.from()).add(id);
            } else if (at(row, line.column() / 2 * 2) == '|') {
                next.add(new Line(line.from(), line.column() / 2 * 2));
            } else if (!line.from().equals(last)) {
                throw new AssertionError("The line of '%s' is cut before '%s'.".formatted(line.from(), id));
            }
        }
        parents.put(id, new LinkedHashSet<>());
        next.add(new Line(id, star));
        lines = next;
        last = id;
    }

    /** A row that makes room: the lines right of the last revision step right, those left over are its own. */
    private List<Line> spread(String row) {
        List<Line> next = new ArrayList<>();
        int node = lines.stream()
                .filter(line -> line.from().equals(last))
                .mapToInt(Line::column)
                .max()
                .orElse(-1);
        List<Integer> slants = new ArrayList<>();
        for (int column = 0; column < row.length(); column++) {
            if (row.charAt(column) == '\\') {
                slants.add(column + 1);
            }
        }
        List<Line> moving = new ArrayList<>();
        for (Line line : lines) {
            if (at(row, line.column() / 2 * 2) == '|') {
                next.add(new Line(line.from(), line.column() / 2 * 2));
            } else {
                moving.add(line);
            }
        }
        if (lanesOf(moving).size() > slants.size()) {
            // A base: it has no line to follow.
            moving.removeIf(line -> line.from().equals(last));
        }
        List<Integer> columns = lanesOf(moving);
        int own = slants.size() - columns.size();
        for (Line line : moving) {
            next.add(new Line(line.from(), slants.get(own + columns.indexOf(line.column() / 2))));
        }
        for (int i = 0; i < own; i++) {
            if (slants.get(i) <= node) {
                throw new AssertionError("A line begins nowhere: " + row);
            }
            next.add(new Line(last, slants.get(i)));
        }
        return next;
    }

    private static List<Integer> lanesOf(List<Line> moving) {
        return moving.stream()
                .map(line -> line.column() / 2)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Line> approach(String row) {
        List<Line> next = new ArrayList<>();
        for (Line line : lines) {
            int column = line.column();
            if (at(row, column) == '|') {
                next.add(line);
            } else if (at(row, column - 1) == '/') {
                next.add(new Line(line.from(), slide(row, column - 1)));
            } else if (column % 2 == 1 && at(row, column - 1) == '|') {
                int to = at(row, column - 2) == '/' ? slide(row, column - 2) : column - 1;
                next.add(new Line(line.from(), to));
            } else if (!line.from().equals(last)) {
                throw new AssertionError("The line of '%s' is cut in '%s'.".formatted(line.from(), row));
            }
        }
        return next;
    }

    private static int slide(String row, int from) {
        int column = from;
        while (at(row, column - 2) == '_') {
            column -= 2;
        }
        return column;
    }

    private static char at(String row, int column) {
        return column >= 0 && column < row.length() ? row.charAt(column) : ' ';
    }
}
