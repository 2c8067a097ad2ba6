/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/**
 * Something wrong in a script, found before anything runs.
 *
 * @param file the script, as its location names it
 * @param line the line, from 1
 * @param message what is wrong, quoting the values
 * @param remedy what to do about it
 */
public record ScriptFault(String file, int line, String message, String remedy) {

    @Override
    public String toString() {
        return "%s:%d: %s %s".formatted(file, line, message, remedy);
    }
}
