/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A downgrade goes the way that was come, whatever the scripts say of their order by now. */
@DatabaseTest
class MovedRevisionIntegrationTests {

    private static final String NOTES =
            "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;";
    private static final String INDEX =
            "CREATE INDEX notes_index ON orders (notes);\n-- Downgrade\nDROP INDEX notes_index;";

    private MigratorFixture fixture;

    @BeforeEach
    void applyThree(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;")
                .script("002_notes.sql", NOTES)
                .script("003_index.sql", INDEX);
        fixture.migrator().upgrade("head");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void whatStoodOnARenamedRevisionGoesBeforeIt(LockMode mode) {
        fixture.lockMode(mode).without("002_notes.sql").script("002b_notes.sql", NOTES);

        RunResult result = fixture.migrator().downgrade(fixture.migrator().reviewDowngrade("001"));

        assertThat(result.steps())
                .extracting(step -> step.step().toString())
                .containsExactly("downgrade 003", "downgrade 002");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void scriptsThatChangedPlacesAreRefusedBeforeTheFirstStatement() {
        fixture.script("002_notes.sql", "-- Revises: 003\n" + NOTES)
                .script("003_index.sql", "-- Revises: 001\n" + INDEX);

        assertThatExceptionOfType(MovedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("001"))
                .satisfies(fault -> {
                    assertThat(fault.revision()).isEqualTo("003");
                    assertThat(fault.recordedOn()).isEqualTo("002");
                })
                .withMessageContaining("'003' was applied on top of '002', but its script follows '001' now")
                .withMessageContaining("migrations repair 003");

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(fixture.journalWords()).hasSize(3);
    }
}
