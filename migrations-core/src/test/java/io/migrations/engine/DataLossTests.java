/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLossTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE orders",
                "drop table if exists orders",
                "DROP FOREIGN TABLE orders",
                "DROP SCHEMA billing",
                "DROP DATABASE trading",
                "DROP TYPE mood",
                "DROP OWNED BY app",
                "DROP VIEW v CASCADE",
                "ALTER TABLE orders DROP COLUMN notes",
                "ALTER TABLE orders DROP IF EXISTS notes",
                "ALTER TABLE orders DROP notes",
                "ALTER TABLE orders DROP \"Notes\"",
                "ALTER TABLE orders ADD n int, DROP notes",
                "ALTER TABLE orders ALTER COLUMN id TYPE int",
                "ALTER TYPE address DROP ATTRIBUTE street",
                "TRUNCATE orders",
                "DELETE FROM orders",
                "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
                "WITH x AS (SELECT 1) UPDATE orders SET notes = NULL",
                "UPDATE orders SET notes = NULL",
                "MERGE INTO orders USING x ON true WHEN MATCHED THEN DELETE",
                "DO $$ BEGIN EXECUTE 'DROP TABLE orders'; END $$",
                "CALL forget()",
                "INSERT INTO orders VALUES (1) ON CONFLICT (id) DO UPDATE SET notes = NULL",
                "WITH x AS (SELECT 1) INSERT INTO orders SELECT * FROM x ON CONFLICT (id) DO UPDATE SET notes = NULL"
            })
    void whatMayLoseDataIsFound(String sql) {
        assertThat(losesData(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE orders (id int)",
                "DROP INDEX orders_id",
                "DROP FUNCTION f",
                "DROP VIEW v",
                "ALTER TABLE orders DROP CONSTRAINT fk",
                "ALTER TABLE orders ALTER id DROP DEFAULT, ALTER id DROP NOT NULL",
                "ALTER TABLE orders RENAME notes TO \"drop\"",
                "ALTER TABLE orders ADD FOREIGN KEY (a) REFERENCES accounts ON DELETE CASCADE",
                "GRANT DELETE, UPDATE ON orders TO app",
                "INSERT INTO orders VALUES (1)",
                "INSERT INTO orders VALUES (1) ON CONFLICT DO NOTHING",
                "COMMENT ON TABLE orders IS 'DROP TABLE orders'",
                "CREATE TRIGGER t BEFORE UPDATE OR DELETE ON orders EXECUTE FUNCTION f()"
            })
    void whatLosesNothingIsLeftAlone(String sql) {
        assertThat(losesData(sql)).isFalse();
    }

    private static boolean losesData(String sql) {
        return DataLoss.losesData(SqlScript.parse(sql).statements().get(0));
    }
}
