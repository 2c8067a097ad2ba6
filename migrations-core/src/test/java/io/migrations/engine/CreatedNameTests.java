/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatedNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE VIEW Totals AS SELECT 1 | false | totals",
                "create or replace temp recursive view totals (a) AS SELECT 1 | false | totals",
                "CREATE MATERIALIZED VIEW IF NOT EXISTS app.\"My sums\" AS SELECT 1 | false | My sums",
                "CREATE OR REPLACE FUNCTION app.fee(int) RETURNS int LANGUAGE sql AS 'SELECT 1' | true | fee",
                "CREATE PROCEDURE \"view\"() LANGUAGE sql AS 'SELECT 1' | true | view",
                "CREATE OR REPLACE VIEW a.b.c AS SELECT 1 | false | c"
            })
    void viewsAndRoutinesAreNamed(String statement, boolean routine, String name) {
        assertThat(CreatedName.in(SqlScript.parse(statement).statements().get(0)))
                .hasValueSatisfying(created -> {
                    assertThat(created.routine()).isEqualTo(routine);
                    assertThat(created.name()).isEqualTo(name);
                });
    }

    @Test
    void nothingElseIs() {
        assertThat(SqlScript.parse("CREATE TABLE view (id int); DROP VIEW v; GRANT SELECT ON v TO r;")
                        .statements())
                .allSatisfy(statement -> assertThat(CreatedName.in(statement)).isEmpty());
    }
}
