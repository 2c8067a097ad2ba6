/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sql.SqlScript;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET app.tenant = 'x'",
                "set session App.Tenant to x",
                "SET \"app\".\"tenant\" = DEFAULT",
                "SELECT set_config('app.tenant', 'x', false)",
                "SELECT pg_catalog.set_config ('APP.tenant', 'x', false)",
                "DO $$ BEGIN PERFORM set_config('app.tenant', 'x', false); END $$",
                "DO $$ DECLARE n text := 'app.tenant'; BEGIN PERFORM set_config(n, 'x', false); END $$",
                "DO $$ BEGIN EXECUTE 'SET app.tenant = 1'; END $$",
                "DO 'BEGIN PERFORM set_config(''app.tenant'', ''x'', false); END'"
            })
    void aNameThatIsSet(String sql) {
        assertThat(in(sql)).containsExactly("app.tenant");
    }

    @Test
    void constantsOfScriptsThatSetNothing() {
        assertThat(in("INSERT INTO mails VALUES ('john.doe'); UPDATE a SET b = 'c.d'; SET work_mem = '1MB'"))
                .isEmpty();
    }

    private static Set<String> in(String sql) {
        Set<String> names = new LinkedHashSet<>();
        SqlScript.parse(sql).statements().forEach(statement -> names.addAll(CustomSettings.in(statement)));
        return names;
    }
}
