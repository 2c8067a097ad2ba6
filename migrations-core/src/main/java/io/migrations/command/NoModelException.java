/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;

/** Nothing says what the application wants its schema to be. */
final class NoModelException extends MigrationException {

    NoModelException() {
        super(
                "Nothing says what the schema is to be. Set 'migrations.model.schema' to a script that makes all of it, such as"
                        + " 'classpath:db/schema.sql', or have JPA or Spring Data JDBC entities in the application.");
    }
}
