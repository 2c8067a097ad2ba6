/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import io.migrations.script.ScriptFault;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link SchemaModel} that cannot be had; every fault of every file at once. Nothing has touched a database. */
public final class InvalidSchemaModelException extends MigrationException {

    private final String model;
    private final transient List<ScriptFault> faults;

    InvalidSchemaModelException(String model, List<ScriptFault> faults) {
        super(faults.stream().map(ScriptFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.model = model;
        this.faults = List.copyOf(faults);
    }

    /**
     * One that is made of no files.
     *
     * @param problem why, in a sentence
     * @param remedy what to do about it, in another
     */
    public InvalidSchemaModelException(String model, String problem, String remedy, @Nullable Throwable cause) {
        super(problem + (problem.endsWith(System.lineSeparator()) ? "" : " ") + remedy, cause);
        this.model = model;
        this.faults = List.of();
    }

    /** The name of the model. */
    public String model() {
        return model;
    }

    /** What is wrong in which file; empty where it is made of none. */
    public List<ScriptFault> faults() {
        return faults;
    }
}
