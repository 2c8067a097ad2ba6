/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.LogEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The migration log as an aligned table. Of its columns only the description is cut to make the lines fit. */
final class LogTable {

    private static final int WIDTH = 80;
    private static final int GAP = 2;
    private static final int DESCRIPTION = 2;
    private static final int LEAST = 12;
    private static final List<String> HEADER = List.of("Date", "Version", "Description", "Applied By", "Status");

    private LogTable() {}

    static String of(List<LogEntry> log, ZoneId zone, boolean verbose) {
        DateTimeFormatter date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (LogEntry entry : log) {
            rows.add(List.of(
                    date.format(entry.date()),
                    Words.inline(entry.revision()),
                    Words.inline(entry.description()),
                    Words.inline(entry.appliedBy()),
                    status(entry)));
        }
        int[] widths = widths(rows);
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.get(0), widths));
        for (int i = 0; i < log.size(); i++) {
            lines.add(line(rows.get(i + 1), widths));
            (verbose ? message(log.get(i)) : reason(log.get(i))).ifPresent(lines::add);
        }
        return String.join("\n", lines);
    }

    /** All that is said of it, in the lines below, a terminal's controls made visible. */
    private static Optional<String> message(LogEntry entry) {
        return Optional.ofNullable(entry.message()).map(message -> Words.indented(Words.visible(message), 4));
    }

    /** Why it failed, in the line below; all of it is in the JSON. */
    private static Optional<String> reason(LogEntry entry) {
        return Optional.ofNullable(entry.message())
                .filter(message -> entry.status() != LogEntry.Status.SUCCEEDED)
                .map(message -> "    " + cut(Words.inline(message), WIDTH - 4));
    }

    private static String status(LogEntry entry) {
        return switch (entry.status()) {
            case RUNNING -> "Running";
            case FAILED -> "Failed";
            case INTERRUPTED -> "Interrupted";
            case SUCCEEDED ->
                switch (entry.action()) {
                    case "upgrade" -> "Applied";
                    case "downgrade" -> "Downgraded";
                    case "repeat" -> "Repeated";
                    case "stamp" -> entry.applied() ? "Stamped" : "Unstamped";
                    default -> "Repaired";
                };
        };
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[HEADER.size()];
        int total = GAP * (HEADER.size() - 1);
        for (int column = 0; column < widths.length; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
            total += widths[column];
        }
        if (total > WIDTH) {
            widths[DESCRIPTION] = Math.max(LEAST, widths[DESCRIPTION] - (total - WIDTH));
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(row.get(column), widths[column]);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + GAP));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 3) + "...";
    }
}
