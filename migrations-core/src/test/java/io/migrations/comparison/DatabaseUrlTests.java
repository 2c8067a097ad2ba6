/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db/shop                               | jdbc:postgresql://db/x",
                "jdbc:postgresql://db:5433/shop?sslmode=require&a=/b     | jdbc:postgresql://db:5433/x?sslmode=require&a=/b",
                "jdbc:postgresql://a:1,b:2/shop?targetServerType=primary | jdbc:postgresql://a:1,b:2/x?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/shop                       | jdbc:postgresql://[::1]:5432/x",
                "jdbc:postgresql://db                                    | jdbc:postgresql://db/x",
                "jdbc:postgresql://db/                                   | jdbc:postgresql://db/x",
                "jdbc:postgresql://db?user=u                             | jdbc:postgresql://db/x?user=u",
                "jdbc:postgresql:shop?user=u                             | jdbc:postgresql:x?user=u",
                "jdbc:postgresql:                                        | jdbc:postgresql:x",
                "jdbc:postgresql:/                                       | jdbc:postgresql:x",
                "jdbc:postgresql:///shop                                 | jdbc:postgresql:///x"
            })
    void namesAnotherDatabaseOfTheSameServer(String url, String other) {
        assertThat(DatabaseUrl.of(url).withDatabase("x").text()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db:5433/shop?sslmode=require&a=/b | shop",
                "jdbc:postgresql://a:1,b:2/shop                      | shop",
                "jdbc:postgresql://db                                | ''",
                "jdbc:postgresql://db/?user=u                        | ''",
                "jdbc:postgresql:shop?user=u                         | shop",
                "jdbc:postgresql:/                                   | ''"
            })
    void saysWhichDatabase(String url, String name) {
        assertThat(DatabaseUrl.of(url).database()).isEqualTo(name);
    }
}
