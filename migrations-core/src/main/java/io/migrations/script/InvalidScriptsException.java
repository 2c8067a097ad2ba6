/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts that cannot be loaded; every fault of every file at once. Nothing has touched the database. */
public final class InvalidScriptsException extends MigrationException {

    private final transient List<ScriptFault> faults;

    InvalidScriptsException(List<ScriptFault> faults) {
        super(faults.stream().map(ScriptFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<ScriptFault> faults() {
        return faults;
    }
}
