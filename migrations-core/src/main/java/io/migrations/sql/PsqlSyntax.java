/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** What a script can hold that is meant for psql and not for the server, and what to write instead. */
final class PsqlSyntax {

    private PsqlSyntax() {}

    /**
     * The end of a quoted variable of psql at {@code start}, which is a colon, or -1. An unquoted {@code :name} is left to
     * the server: psql puts something there only if the variable happens to be set.
     */
    static int variableEnd(String text, int start, int limit) {
        if (start + 3 >= limit) {
            return -1;
        }
        char open = text.charAt(start + 1);
        boolean test = open == '{' && text.charAt(start + 2) == '?';
        if (open != '\'' && open != '"' && !test) {
            return -1;
        }
        int from = start + (test ? 3 : 2);
        int i = from;
        while (i < limit && Characters.isTagPart(text.charAt(i))) {
            i++;
        }
        char close = test ? '}' : open;
        return i > from && i < limit && text.charAt(i) == close ? i + 1 : -1;
    }

    /** Whether this line is one of the pair that pg_dump puts around its output; they mean nothing outside psql. */
    static boolean isRestriction(String metaCommand) {
        String name = name(metaCommand);
        return name.equals("\\restrict") || name.equals("\\unrestrict");
    }

    static SqlFault variable(Position position, String variable) {
        return new SqlFault(
                position,
                "'" + variable + "' is a variable of psql, which only psql replaces.",
                "Write the value itself, or a placeholder such as ${name}.");
    }

    static SqlFault metaCommand(Position position, String metaCommand) {
        String name = name(metaCommand);
        String remedy = switch (name) {
            case "\\." -> "End the COPY … FROM STDIN before it with ';', or remove the line.";
            case "\\copy" -> "Write COPY … FROM STDIN; with the rows after it and a line '\\.' at their end.";
            case "\\i", "\\ir", "\\include", "\\include_relative" ->
                "Put the statements of that file here, or make it a revision of its own.";
            case "\\c", "\\connect" -> "Remove it: a revision runs in the database it migrates.";
            case "\\g", "\\gx", "\\;" -> "End the statement with ';'.";
            default -> "Remove it, or say the same in SQL.";
        };
        return new SqlFault(position, "'" + name + "' is a command of psql, not SQL.", remedy);
    }

    private static String name(String metaCommand) {
        if (metaCommand.startsWith("\\;")) {
            return "\\;";
        }
        int end = 1;
        while (end < metaCommand.length() && !Characters.isBlank(metaCommand.charAt(end))) {
            end++;
        }
        return metaCommand.substring(0, end);
    }
}
