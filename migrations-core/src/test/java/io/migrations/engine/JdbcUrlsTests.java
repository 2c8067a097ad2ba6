/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlsTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host/db, jdbc:postgresql://host/db",
        "jdbc:postgresql://host:5432/db, jdbc:postgresql://host:5432/db",
        "'jdbc:postgresql://one:5432,two:5433/db?targetServerType=primary', 'jdbc:postgresql://one:5432,two:5433/db'",
        "jdbc:postgresql://[::1]:5432/db, jdbc:postgresql://[::1]:5432/db",
        "jdbc:postgresql:db?user=y&password=secret, jdbc:postgresql:db",
        "jdbc:postgresql://host/db?password=secret&user=y, jdbc:postgresql://host/db",
        "jdbc:postgresql://host/db?user=y@secret, jdbc:postgresql://host/db",
        "jdbc:postgresql://host?user=y@secret, jdbc:postgresql://***",
        "jdbc:postgresql://host/db&password=secret, jdbc:postgresql://host/db",
        "jdbc:postgresql://user:secret@host/db?password=secret&user=y, jdbc:postgresql://host/db",
        "jdbc:postgresql://user:sec/ret@host/db, jdbc:postgresql://host/db",
        "jdbc:postgresql://user:sec@ret@host/db, jdbc:postgresql://host/db",
        "jdbc:postgresql://user:sec?ret@host/db, jdbc:postgresql://***",
        "jdbc:postgresql://user:123?ret@host/db, jdbc:postgresql://***",
        "postgres://user:secret@host:5432/db, postgres://host:5432/db",
        "jdbc:h2:mem:test;USER=sa;PASSWORD=secret, jdbc:h2:mem:test",
    })
    void aUrlKeepsHostAndDatabaseOnly(String url, String shown) {
        assertThat(JdbcUrls.withoutSecrets(url)).isEqualTo(shown);
    }

    @Test
    void everyUrlAndPasswordInATextGoes() {
        assertThat(
                        JdbcUrls.withoutSecretsIn(
                                "Unable to parse URL 'jdbc:postgresql://user:secret@host/db?password=secret' (password=secret), see jdbc:postgresql://a/b?x=secret"))
                .isEqualTo("Unable to parse URL 'jdbc:postgresql://host/db' (password=***), see jdbc:postgresql://a/b");
    }

    @Test
    void aTextWithoutUrlStaysAsItIs() {
        assertThat(JdbcUrls.withoutSecretsIn("FATAL: password authentication failed for user \"app\""))
                .isEqualTo("FATAL: password authentication failed for user \"app\"");
    }
}
