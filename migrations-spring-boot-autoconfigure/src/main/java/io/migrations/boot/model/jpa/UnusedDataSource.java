/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A data source that a persistence unit has, and that is of no use where only its mapping is read. */
final class UnusedDataSource extends AbstractDataSource {

    @Override
    public Connection getConnection() {
        throw new IllegalStateException("No connection is taken to read a mapping");
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }
}
