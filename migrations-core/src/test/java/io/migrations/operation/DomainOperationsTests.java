/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static io.migrations.operation.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DomainOperationsTests {

    @Test
    void createsADomainAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(operation(op -> op.createDomain("amount", Types.NUMERIC)), "CREATE DOMAIN amount AS numeric");
    }

    @Test
    void createsADomainWithEverything(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createDomain(
                                "symbol",
                                Types.TEXT,
                                domain -> domain.collate("pg_catalog.C")
                                        .defaultTo("it's")
                                        .notNull()
                                        .check("VALUE <> ''")
                                        .check("symbol_upper", "VALUE = upper(VALUE)"))),
                        "CREATE DOMAIN symbol AS text COLLATE pg_catalog.\"C\" DEFAULT 'it''s' NOT NULL CHECK (VALUE <> '')"
                                + " CONSTRAINT symbol_upper CHECK (VALUE = upper(VALUE))");
    }

    @Test
    void changesADefaultAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN day AS date")
                .restores(
                        operation(op -> op.setDomainDefault("day", sql("current_date"), null)),
                        "ALTER DOMAIN day SET DEFAULT current_date");
    }

    @Test
    void dropsADefaultAndSetsItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int DEFAULT 5")
                .restores(operation(op -> op.setDomainDefault("lots", null, 5)), "ALTER DOMAIN lots DROP DEFAULT");
    }

    @Test
    void changesADefaultForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int")
                .hasNoWayBack(
                        operation(op -> op.setDomainDefault("lots", 1)),
                        "Nothing says what the default of the domain 'lots' was before; give its existing default.");
    }

    @Test
    void refusesNullAndTakesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int")
                .restores(operation(op -> op.setDomainNotNull("lots")), "ALTER DOMAIN lots SET NOT NULL");
    }

    @Test
    void takesNullAndRefusesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int NOT NULL")
                .restores(operation(op -> op.dropDomainNotNull("lots")), "ALTER DOMAIN lots DROP NOT NULL");
    }

    @Test
    void addsACheckAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int")
                .restores(
                        operation(op -> op.addDomainCheck("lots", "Lots", "VALUE > 0", AddDomainCheck::notValid)),
                        "ALTER DOMAIN lots ADD CONSTRAINT \"Lots\" CHECK (VALUE > 0) NOT VALID");
        assertThat(operation(op -> op.addDomainCheck("lots", "c", "VALUE > 0")).statements())
                .containsExactly("ALTER DOMAIN lots ADD CONSTRAINT c CHECK (VALUE > 0)");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new AddDomainCheck(Name.of("lots"), new DomainCheck(null, sql("VALUE > 0")), false))
                .withMessage("The check of the domain 'lots' has no name. Give it one.");
    }

    @Test
    void dropsACheckAndAddsItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int CONSTRAINT positive CHECK (VALUE > 0)")
                .restores(
                        operation(op -> op.dropDomainConstraint(AddDomainCheck.of("lots", "positive", "VALUE > 0"))),
                        "ALTER DOMAIN lots DROP CONSTRAINT positive");
    }

    @Test
    void dropsACheckForGood(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int CONSTRAINT positive CHECK (VALUE > 0)")
                .hasNoWayBack(
                        operation(op -> op.dropDomainConstraint("lots", "positive", DropObject::ifExists)),
                        "The constraint 'positive' of 'lots' is gone with what it was; give how it was made as its original.");
        assertThat(operation(op -> op.dropDomainConstraint(
                                "lots", "positive", drop -> drop.ifExists().cascade()))
                        .statements())
                .containsExactly("ALTER DOMAIN lots DROP CONSTRAINT IF EXISTS positive CASCADE");
        assertThat(operation(op -> op.dropDomainConstraint("lots", "positive")).statements())
                .containsExactly("ALTER DOMAIN lots DROP CONSTRAINT positive");
    }

    @Test
    void validatesACheckWithNothingToUndo(TestDatabase database) {
        database.execute("CREATE DOMAIN lots AS int");
        database.execute("ALTER DOMAIN lots ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID");
        Operation validate = operation(op -> op.validateDomainConstraint("lots", "positive"));
        assertThat(validate.statements()).containsExactly("ALTER DOMAIN lots VALIDATE CONSTRAINT positive");
        validate.statements().forEach(database::execute);
        assertThat(validate.inverse()).isEqualTo(Inverse.of());
    }

    @Test
    void renamesAConstraintAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int CONSTRAINT positive CHECK (VALUE > 0)")
                .restores(
                        operation(op -> op.renameDomainConstraint("lots", "positive", "above_zero")),
                        "ALTER DOMAIN lots RENAME CONSTRAINT positive TO above_zero");
    }

    @Test
    void renamesADomainAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int")
                .restores(operation(op -> op.renameDomain("lots", "lot")), "ALTER DOMAIN lots RENAME TO lot");
    }

    @Test
    void dropsADomainAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE DOMAIN lots AS int NOT NULL")
                .restores(
                        operation(op -> op.dropDomain(
                                CreateDomain.of("lots", Types.INTEGER).notNull())),
                        "DROP DOMAIN lots");
        assertThat(operation(op -> op.dropDomain("lots")).inverse().exists()).isFalse();
        assertThat(operation(op -> op.dropDomain("lots", DropObject::ifExists)).statements())
                .containsExactly("DROP DOMAIN IF EXISTS lots");
    }
}
