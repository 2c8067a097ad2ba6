/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * A constraint in PostgreSQL's own words, as {@code pg_get_constraintdef} prints them: for what the other constraints have
 * no words for.
 *
 * @param demand what it demands, as SQL, without its name
 */
public record DefinedConstraint(String name, Sql demand) implements TableConstraint {

    public DefinedConstraint {
        Names.require("constraint", name);
    }

    @Override
    public String definition() {
        return demand.text();
    }
}
