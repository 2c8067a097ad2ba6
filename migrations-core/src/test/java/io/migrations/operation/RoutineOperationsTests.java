/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RoutineOperationsTests {

    private static final CreateFunction ONE =
            CreateFunction.of("one()").returns(Types.INTEGER).language("sql").body("SELECT 1");

    @Test
    void createsAFunctionAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createFunction(
                                "touch()",
                                function -> function.returns("trigger")
                                        .language("plpgsql")
                                        .body("\nBEGIN\n  RETURN NEW; -- it's $1\nEND\n"))),
                        "CREATE FUNCTION touch() RETURNS trigger\nLANGUAGE plpgsql\n"
                                + "AS $body$\nBEGIN\n  RETURN NEW; -- it's $1\nEND\n$body$");
    }

    @Test
    void createsAFunctionWithEverything(TestDatabase database) {
        RoundTrip.on(database, "CREATE SCHEMA billing")
                .restores(
                        operation(op -> op.createFunction(
                                "billing.Fee(amount numeric, rate numeric DEFAULT 0.1)",
                                function -> function.returns("TABLE (fee numeric)")
                                        .language("sql")
                                        .body("SELECT amount * rate")
                                        .stable()
                                        .strict()
                                        .leakproof()
                                        .parallel(Parallelism.RESTRICTED)
                                        .cost(7)
                                        .rows(3)
                                        .securityDefiner()
                                        .set("work_mem", "8MB")
                                        .set("search_path", "billing", "pg_temp"))),
                        """
                        CREATE FUNCTION billing."Fee"(amount numeric, rate numeric DEFAULT 0.1) RETURNS TABLE (fee numeric)
                        LANGUAGE sql STABLE STRICT LEAKPROOF PARALLEL RESTRICTED COST 7 ROWS 3
                        SECURITY DEFINER
                        SET search_path TO 'billing', 'pg_temp'
                        SET work_mem TO '8MB'
                        AS $body$SELECT amount * rate$body$""");
    }

    @Test
    void writesAWindowFunctionWithASupportFunction() {
        Operation create = operation(op -> op.createFunction(
                "f(int)",
                function -> function.returns(Types.INTEGER)
                        .language("internal")
                        .body("window_f")
                        .window()
                        .immutable()
                        .support("public.f_support")));
        assertThat(create.statements())
                .containsExactly("CREATE FUNCTION f(int) RETURNS integer\n"
                        + "LANGUAGE internal WINDOW IMMUTABLE SUPPORT public.f_support\nAS $body$window_f$body$");
    }

    @Test
    void quotesABodyThatHasTheQuotes(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createFunction(
                                "f(OUT a text)",
                                function -> function.language("sql").body("SELECT $body$it's$body$"))),
                        "CREATE FUNCTION f(OUT a text)\nLANGUAGE sql\nAS $body2$SELECT $body$it's$body$$body2$");
    }

    @Test
    void createsAFunctionThatIsParsed(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createFunction(
                                "plus(a int, b int)",
                                function ->
                                        function.returns("integer").immutable().sqlBody("RETURN a + b"))),
                        "CREATE FUNCTION plus(a int, b int) RETURNS integer\nIMMUTABLE\nRETURN a + b");
    }

    @Test
    void createsAFunctionThatIsParsedInAtomicStatements(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createFunction(
                                "one()",
                                function -> function.returns("integer")
                                        .sqlBody("BEGIN ATOMIC\n  SELECT 0;\n  SELECT 1;\nEND"))),
                        "CREATE FUNCTION one() RETURNS integer\nBEGIN ATOMIC\n  SELECT 0;\n  SELECT 1;\nEND");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> ONE.sqlBody("RETURN 1; DROP TABLE orders").statements())
                .withMessageContaining("has 2 statements");
    }

    @Test
    void needsABody() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateFunction.of("one()").statements())
                .withMessage("A function or procedure without a body. Give it one.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> ONE.body("SELECT\0 1").statements());
    }

    @Test
    void replacesAFunctionAndPutsItBackWithItsPrivileges(TestDatabase database) {
        RoundTrip.on(
                        database,
                        "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "REVOKE EXECUTE ON FUNCTION one() FROM PUBLIC")
                .restores(
                        operation(op -> op.createFunction(
                                "one()",
                                function -> function.returns("integer")
                                        .immutable()
                                        .sqlBody("RETURN 1")
                                        .orReplace(ONE))),
                        "CREATE OR REPLACE FUNCTION one() RETURNS integer\nIMMUTABLE\nRETURN 1");
    }

    @Test
    void replacesAFunctionForGoodIfNobodyKnowsWhatItWas(TestDatabase database) {
        RoundTrip.on(database)
                .hasNoWayBack(
                        ONE.orReplace(),
                        "The function 'one' is gone with what it was before; give how it was made to orReplace.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateFunction.of("one(int)").orReplace(ONE))
                .withMessage("The FUNCTION one(int) does not replace the FUNCTION one()."
                        + " Give how the same one was made before, its arguments included.");
    }

    @Test
    void renamesAFunctionAndBack(TestDatabase database) {
        RoundTrip.on(database, "CREATE FUNCTION one(a int) RETURNS int RETURN 1")
                .restores(
                        operation(op -> op.renameFunction("one(int)", "uno")), "ALTER FUNCTION one(int) RENAME TO uno");
    }

    @Test
    void dropsAFunctionAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'")
                .restores(operation(op -> op.dropFunction(ONE)), "DROP FUNCTION one()");
        assertThat(operation(op -> op.dropFunction("one")).statements()).containsExactly("DROP FUNCTION one");
        assertThat(operation(op -> op.dropFunction(
                                "one(int)", drop -> drop.ifExists().cascade()))
                        .statements())
                .containsExactly("DROP FUNCTION IF EXISTS one(int) CASCADE");
    }

    @Test
    void dropsAFunctionWithDefaultsAndCreatesItAgain(TestDatabase database) {
        CreateFunction original = CreateFunction.of("twice(a int DEFAULT 2, VARIADIC b int[] DEFAULT '{}')")
                .returns("integer")
                .language("sql")
                .body("SELECT 2 * a");
        RoundTrip.on(database, original.statements().get(0))
                .restores(operation(op -> op.dropFunction(original)), "DROP FUNCTION twice(a int, VARIADIC b int[])");
    }

    @Test
    void createsAProcedureAndDropsIt(TestDatabase database) {
        RoundTrip.on(database)
                .restores(
                        operation(op -> op.createProcedure(
                                "settle(day date, INOUT done boolean)",
                                procedure -> procedure
                                        .language("plpgsql")
                                        .body("BEGIN done := true; END")
                                        .securityDefiner())),
                        "CREATE PROCEDURE settle(day date, INOUT done boolean)\nLANGUAGE plpgsql\nSECURITY DEFINER\n"
                                + "AS $body$BEGIN done := true; END$body$");
    }

    @Test
    void replacesAProcedureAndPutsItBack(TestDatabase database) {
        CreateProcedure previous =
                CreateProcedure.of("settle()").language("sql").body("SELECT 1");
        RoundTrip.on(database, previous.statements().get(0))
                .restores(
                        operation(op -> op.createProcedure(
                                "settle()",
                                procedure -> procedure
                                        .language("sql")
                                        .body("SELECT 2")
                                        .orReplace(previous))),
                        "CREATE OR REPLACE PROCEDURE settle()\nLANGUAGE sql\nAS $body$SELECT 2$body$");
        assertThat(previous.orReplace().inverse().exists()).isFalse();
    }

    @Test
    void renamesAProcedureAndDropsItAndBack(TestDatabase database) {
        CreateProcedure original =
                CreateProcedure.of("settle()").language("sql").body("SELECT 1");
        RoundTrip.on(database, original.statements().get(0))
                .restores(
                        operation(op -> op.renameProcedure("settle()", "finish")),
                        "ALTER PROCEDURE settle() RENAME TO finish");
        RoundTrip.on(database, original.statements().get(0))
                .restores(operation(op -> op.dropProcedure(original)), "DROP PROCEDURE settle()");
        assertThat(operation(op -> op.dropProcedure("settle()")).inverse().exists())
                .isFalse();
        assertThat(operation(op -> op.dropProcedure("settle()", DropObject::ifExists))
                        .statements())
                .containsExactly("DROP PROCEDURE IF EXISTS settle()");
    }
}
