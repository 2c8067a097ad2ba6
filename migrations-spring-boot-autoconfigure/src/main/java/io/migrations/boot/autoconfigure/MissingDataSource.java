/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import java.sql.Connection;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** In the place of a data source that cannot be made, for commands: some need no database. The others learn why there is none. */
final class MissingDataSource extends AbstractDataSource {

    private final BeanCreationException reason;

    MissingDataSource(BeanCreationException reason) {
        this.reason = reason;
    }

    @Override
    public Connection getConnection() {
        throw reason;
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw reason;
    }
}
