/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.List;

/**
 * What an application wants its schema to be: the statements that make it in an empty database. Having it takes no
 * connection.
 */
public interface SchemaModel {

    /** As people read it: {@code classpath:db/schema.sql}, {@code the JPA entities}. */
    String name();

    /**
     * Whether it says everything: what a complete one does not have is not wanted. One that is not complete, such as that
     * of entities, speaks only of the tables it has, and of these says nothing about defaults, indexes or triggers that
     * were written by hand.
     */
    boolean isComplete();

    /**
     * Whether its types are choices: another type of the kind is as good, and it says nothing about what may be null. So are
     * those of Spring Data's entities, which know no types of columns.
     */
    default boolean isRough() {
        return false;
    }

    /**
     * What makes it in an empty database, in order.
     *
     * @throws InvalidSchemaModelException where it cannot be had
     */
    List<ModelStatement> statements();

    /**
     * A model from statements.
     *
     * @throws InvalidSchemaModelException where they cannot be read
     */
    static SchemaModel of(String name, boolean complete, List<String> statements) {
        return new StatementModel(name, complete, false, ModelStatement.parse(name, statements));
    }

    /**
     * A {@linkplain #isRough rough} model, of only the tables it has.
     *
     * @throws InvalidSchemaModelException where they cannot be read
     */
    static SchemaModel rough(String name, List<String> statements) {
        return new StatementModel(name, false, true, ModelStatement.parse(name, statements));
    }
}
