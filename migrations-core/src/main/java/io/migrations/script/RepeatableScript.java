/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.List;

/**
 * A script that runs again whenever it has changed: views, functions, grants. It stands beside the revision graph, and
 * runs when all of that is applied.
 *
 * @param name its path below the folder {@code repeatable}, without {@code .sql}
 * @param description what its header says it is for, else its name in words
 * @param dependencies the names of the repeatable scripts that run before it
 * @param script what runs, always in one transaction
 */
public record RepeatableScript(String name, String description, List<String> dependencies, Script script) {

    public RepeatableScript {
        dependencies = List.copyOf(dependencies);
    }

    /** The checksum over the tokens: layout, comments and line ends do not count. */
    public String checksum() {
        return script.checksum();
    }
}
