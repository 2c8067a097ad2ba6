/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Into which revisions statements of both kinds fall, in their order: neighbours of one kind stay together.
 *
 * @param parts the statements of each
 */
record RevisionSplit(List<List<Statement>> parts) {

    private static final int MOST_LINES = 5;

    RevisionSplit {
        parts = parts.stream().map(List::copyOf).toList();
    }

    static RevisionSplit of(List<Statement> statements) {
        List<List<Statement>> parts = new ArrayList<>();
        for (Statement statement : statements) {
            List<Statement> last = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1);
            if (last.isEmpty() || isOutside(last.get(0)) != isOutside(statement)) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(statement);
        }
        return new RevisionSplit(parts);
    }

    /** Which lines go where. What a {@code SET} holds for cannot go to another revision, so then there is no such way. */
    String proposal() {
        String declare = "declare the revision as not transactional ('-- Transactional: false' in a script)";
        if (parts.stream()
                .allMatch(part -> isOutside(part.get(0)) || part.stream().allMatch(RevisionSplit::isSetting))) {
            return "Each statement can stand by itself here: " + declare + ".";
        }
        return "Split it into %d revisions, one after the other: %s. Or, if each statement may stand by itself, %s."
                .formatted(
                        parts.size(),
                        parts.stream().map(RevisionSplit::described).collect(Collectors.joining("; ")),
                        declare);
    }

    private static String described(List<Statement> part) {
        String lines = part.stream()
                .limit(MOST_LINES)
                .map(statement -> String.valueOf(statement.position().line()))
                .distinct()
                .collect(Collectors.joining(", "));
        String more = part.size() > MOST_LINES
                ? " to " + part.get(part.size() - 1).position().line()
                : "";
        return "%s %s%s ('%s'%s) %s a transaction"
                .formatted(
                        lines.contains(",") || !more.isEmpty() ? "lines" : "line",
                        more.isEmpty() ? lines : part.get(0).position().line(),
                        more,
                        part.get(0).command(),
                        part.size() > 1 ? " ..." : "",
                        isOutside(part.get(0)) ? "outside" : "in");
    }

    private static boolean isOutside(Statement statement) {
        return statement.kind() == StatementKind.NON_TRANSACTIONAL;
    }

    private static boolean isSetting(Statement statement) {
        return statement.command().startsWith("SET") || statement.command().startsWith("RESET");
    }
}
