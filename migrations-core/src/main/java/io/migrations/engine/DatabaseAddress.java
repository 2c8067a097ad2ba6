/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.SQLException;

/** Tells a person which database a migrator works on. */
public final class DatabaseAddress {

    private DatabaseAddress() {}

    /**
     * The url of the migrator's database, without user, password and parameters. Takes a connection.
     *
     * @throws DatabaseUnreachableException where there is none to be had
     */
    public static String of(Migrator migrator) {
        try (Session session = Session.open(migrator.dataSource())) {
            return JdbcUrls.withoutSecrets(session.connection().getMetaData().getURL());
        } catch (SQLException exception) {
            throw new DatabaseUnreachableException(migrator.dataSource(), exception);
        }
    }
}
