/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.test.MigrationTest;
import io.migrations.comparison.Verification;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class MigrationRoundTripTests {

    @MigrationTest
    void everyDowngradeRestoresWhatWasThere() {}

    @MigrationTest(from = "001", data = "classpath:shop/seed.sql")
    void whatIsNewLosesNoOrder() {}

    @MigrationTest
    void onlyTheNotesCannotBeTakenBack(Verification verification) {
        assertThat(verification.irreversible()).containsExactly("002");
    }
}
