/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.MigrationException;

/** A data source does not tell where it connects to, so other databases of its server cannot be reached. */
public final class UnknownAddressException extends MigrationException {

    private final Class<?> type;

    UnknownAddressException(Class<?> type) {
        super(
                "A DataSource of type '%s' does not tell its url, user and password. Say them with TemplateDatabases.beside."
                        .formatted(type.getName()));
        this.type = type;
    }

    /** What kind of data source it is. */
    public Class<?> type() {
        return type;
    }
}
