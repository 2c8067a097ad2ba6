/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Name;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A schema that has something of everything, and what reads it. */
final class SchemaFixture {

    static final SnapshotReader READER =
            new SnapshotReader(List.of(new Name("public", "migrations_revision"), Name.of("migrations_journal")));

    private SchemaFixture() {}

    static void create(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$
                    BEGIN
                      IF to_regrole('reader_one') IS NULL THEN CREATE ROLE reader_one; END IF;
                      IF to_regrole('"Reader Two"') IS NULL THEN CREATE ROLE "Reader Two"; END IF;
                    END $$""");
            for (String sql : resource("rich.sql").split(";\n", -1)) {
                statement.execute(sql);
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    static Snapshot read(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return READER.read(connection);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    static String resource(String name) {
        try (InputStream file = SchemaFixture.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
