/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class IdentifiersTests {

    @Test
    void quotesEveryWordThatTheServerDoesNotLetBeANameEverywhere(TestDatabase database) {
        assertThat(database.jdbc()
                        .sql("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Identifiers.quoted(word)).isEqualTo('"' + word + '"'));
    }

    @Test
    void isReadBackByTheServerAsItWas(TestDatabase database) {
        for (String name :
                new String[] {"orders", "Orders", "a\"b", "a b", "\u00e4", "user", "_x", "x$", "1a", "text"}) {
            assertThat(database.jdbc()
                            .sql("SELECT 1 AS " + Identifiers.quoted(name))
                            .query()
                            .singleRow())
                    .containsOnlyKeys(name);
        }
    }
}
