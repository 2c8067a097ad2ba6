/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.Legible;
import io.migrations.sql.SqlFault;

/**
 * Something wrong in a script, found before anything runs.
 *
 * @param file the script, as its location names it
 * @param line the line, from 1
 * @param column the column, from 1; 0 where all of the line is meant
 * @param message what is wrong, quoting the values
 * @param remedy what to do about it
 */
public record ScriptFault(String file, int line, int column, String message, String remedy) {

    /** A fault whose texts are {@linkplain Legible legible}, whatever they quote. */
    public ScriptFault {
        message = Legible.line(message);
        remedy = Legible.line(remedy);
    }

    /** A fault of a whole line. */
    public ScriptFault(String file, int line, String message, String remedy) {
        this(file, line, 0, message, remedy);
    }

    static ScriptFault of(String file, SqlFault fault) {
        return new ScriptFault(
                file, fault.position().line(), fault.position().column(), fault.message(), fault.remedy());
    }

    /** Where it is, as compilers write it: {@code file:line:column}. */
    public String place() {
        String name = Legible.line(file);
        return column == 0 ? "%s:%d".formatted(name, line) : "%s:%d:%d".formatted(name, line, column);
    }

    @Override
    public String toString() {
        return "%s: %s %s".formatted(place(), message, remedy);
    }
}
