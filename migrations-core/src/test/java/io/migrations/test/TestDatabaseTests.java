/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@DatabaseTest
class TestDatabaseTests {

    @Test
    void startsEmptyAndOfTheMajorVersionAskedFor(TestDatabase database) {
        assertThat(database.tables()).isEmpty();

        // The container leg may run an image whose tag is not its version.
        if (!"container".equals(System.getProperty("migrations.test.database"))) {
            assertThat(database.jdbc()
                            .sql("SHOW server_version")
                            .query(String.class)
                            .single())
                    .startsWith(System.getProperty("migrations.test.postgres"));
        }
    }
}
