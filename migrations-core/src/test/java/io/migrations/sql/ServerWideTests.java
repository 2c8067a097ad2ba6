/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWideTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE ROLE app LOGIN | CREATE ROLE",
                "create user app | CREATE USER",
                "ALTER ROLE app IN DATABASE trading SET search_path = sales | ALTER ROLE",
                "DROP GROUP app | DROP GROUP",
                "ALTER DATABASE trading SET timezone = 'UTC' | ALTER DATABASE",
                "DROP DATABASE trading WITH (FORCE) | DROP DATABASE",
                "CREATE TABLESPACE fast LOCATION '/fast' | CREATE TABLESPACE",
                "DROP SUBSCRIPTION s | DROP SUBSCRIPTION",
                "ALTER SYSTEM SET work_mem = '1GB' | ALTER SYSTEM",
                "DROP OWNED BY app | DROP OWNED",
                "REASSIGN OWNED BY app TO other | REASSIGN OWNED",
                "COMMENT ON ROLE app IS 'x' | COMMENT ON ROLE",
                "COMMENT ON DATABASE trading IS 'x' | COMMENT ON DATABASE",
                "SECURITY LABEL FOR anon ON ROLE app IS 'MASKED' | SECURITY LABEL ON ROLE",
                "GRANT readers TO app | GRANT",
                "REVOKE ADMIN OPTION FOR readers FROM app | REVOKE",
                "GRANT CONNECT ON DATABASE trading TO app | GRANT ON DATABASE",
                "GRANT SET ON PARAMETER work_mem TO app | GRANT ON PARAMETER",
                "COPY orders TO '/tmp/orders' | COPY",
                "COPY orders FROM PROGRAM 'cat /etc/passwd' | COPY",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity | pg_terminate_backend",
                "SELECT dblink_exec('dbname=trading', 'DROP TABLE orders') | dblink_exec",
                "CREATE TABLE a (id int); DROP ROLE app | DROP ROLE"
            })
    void theseReachBeyondTheirDatabase(String sql, String command) {
        assertThat(ServerWide.find(sql)).contains(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE role (database int)",
                "ALTER TABLE orders OWNER TO app",
                "CREATE USER MAPPING FOR app SERVER s",
                "DROP USER MAPPING IF EXISTS FOR app SERVER s",
                "GRANT SELECT ON orders TO app",
                "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM app",
                "COMMENT ON TABLE orders IS 'ON DATABASE'",
                "COMMENT ON COLUMN orders.role IS 'x'",
                "COPY orders FROM '/srv/orders'",
                "COPY (SELECT 1) TO STDOUT",
                "SET ROLE app",
                "CREATE EXTENSION dblink",
                "SELECT 'DROP ROLE app'",
                "SELECT pg_backend_pid()",
                ""
            })
    void theseStayInTheirDatabase(String sql) {
        assertThat(ServerWide.find(sql)).isEmpty();
    }
}
