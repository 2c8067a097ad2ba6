/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static io.migrations.schema.SchemaFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** No change to a database goes unseen, and none is seen where there is none. */
@DatabaseTest
class SnapshotComparisonIntegrationTests {

    @Test
    void everySingleChangeIsSeen(TestDatabase database) throws SQLException {
        SchemaFixture.create(database);
        Snapshot before = SchemaFixture.read(database);
        var unseen = new ArrayList<String>();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String change : SchemaFixture.resource("changes.txt").lines().toList()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(change);
                }
                Snapshot after = READER.read(connection);
                if (SnapshotComparison.of(before, after).isEmpty()
                        || Fingerprint.of(after).equals(Fingerprint.of(before))) {
                    unseen.add(change);
                }
                connection.rollback();
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void theSameStatementsMakeTheSameSchema(TestDatabase database) {
        SchemaFixture.create(database);
        try (var other = TestDatabase.create()) {
            other.execute("CREATE SCHEMA passing; CREATE TABLE passing.a (id int); DROP SCHEMA passing CASCADE");
            SchemaFixture.create(other);
            Snapshot one = SchemaFixture.read(database);
            Snapshot two = SchemaFixture.read(other);

            assertThat(SnapshotComparison.of(one, two).text("missing", "more")).isEmpty();
            assertThat(one.isSame(two)).isTrue();
            assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(two));
            assertThat(one.dependencies()).isEqualTo(two.dependencies());
        }
    }
}
