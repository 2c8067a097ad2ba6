/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    private static final Placeholders DECLARED =
            Placeholders.of(Map.of("schema", "app", "type", " numeric(10, 2) ", "command", "VACUUM", "empty", ""));

    @Test
    void textStaysAsItIsWhileNoneIsDeclared() {
        SqlScript script = SqlScript.parse("SELECT ${a};", comment -> false, Placeholders.none());

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements()).extracting(Statement::text).containsExactly("SELECT ${a}");
    }

    @Test
    void declaredPlaceholdersAreReplacedOutsideQuotesOnly() {
        SqlScript script = parse("""
                CREATE TABLE ${schema}.a_${schema}1 (b ${type}, c text DEFAULT '${schema}' || $$${schema}$$ || E'${other}');
                -- ${other}
                SELECT "${schema}" /* ${schema} */, a$${schema}, ${schema}${schema} FROM ${schema}.a;
                """);

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements())
                .extracting(Statement::text)
                .containsExactly(
                        "CREATE TABLE app.a_app1 (b numeric(10, 2), c text DEFAULT '${schema}' || $$${schema}$$ || E'${other}')",
                        "SELECT \"${schema}\" /* ${schema} */, a$app, appapp FROM app.a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 -${x} + 2   | -1              | 1 - -1 + 2",
                "${x}-1        | 2 -             | 2 - -1",
                "1 /${x}       | *2              | 1 / *2",
                "-${e}-1       | a               | - -1",
                "-${e}${x}     | -1              | - -1",
                "E${x}         | '; DROP a; --'  | E '; DROP a; --'",
                "'b'${x}       | '', 'c; --'     | 'b' '', 'c; --'",
                "a${x}         | $$; DROP a; $$  | a $$; DROP a; $$",
                "${x}'a'       | E               | E 'a'",
                "U&${x}        | 'a'             | U& 'a'",
                "a${x}b${x}    | 1               | a1b1",
                "a::${x}(2)    | numeric         | a::numeric(2)"
            })
    void aValueDoesNotRunIntoWhatStandsBesideIt(String written, String value, String expected) {
        SqlScript script =
                SqlScript.parse("SELECT " + written, comment -> false, Placeholders.of(Map.of("x", value, "e", "")));

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements()).extracting(Statement::text).containsExactly("SELECT " + expected);
    }

    @Test
    void copyRowsAreLeftAlone() {
        SqlScript script = parse("COPY ${schema}.a FROM STDIN;\n${schema}\n\\.\n");

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text()).isEqualTo("COPY app.a FROM STDIN");
            assertThat(statement.kind()).isEqualTo(StatementKind.COPY_FROM_STDIN);
            assertThat(statement.copyData()).isEqualTo("${schema}\n");
        });
    }

    @Test
    void undeclaredPlaceholdersAreFaultsWithTheirPlace() {
        SqlScript script = parse("SELECT 1;\n  SELECT ${schema}, ${Schema};");

        assertThat(script.faults())
                .containsExactly(new SqlFault(
                        new Position(2, 21),
                        "Placeholder 'Schema' is not declared; known are ['command', 'empty', 'schema', 'type'].",
                        "Declare it, or correct the name."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a; b", "'a", "\"a", "$$a", "a -- b", "/* a */", "\\g", ":'a'", "'\\' || '; DROP a; --'", "\0"})
    void valuesThatReachBeyondTheirPlaceAreFaults(String value) {
        SqlScript script = SqlScript.parse("SELECT ${x};", comment -> false, Placeholders.of(Map.of("x", value)));

        assertThat(script.faults()).extracting(SqlFault::position).containsExactly(new Position(1, 8));
    }

    @Test
    void serverPositionsLeadBackToTheFile() {
        SqlScript script = parse("\n  SELECT ${type},\n    ${schema}, ${empty}x;");
        Statement statement = script.statements().get(0);

        assertThat(statement.text()).isEqualTo("SELECT numeric(10, 2),\n    app, x");
        assertThat(statement.position()).isEqualTo(new Position(2, 3));
        assertThat(positionOf(statement, "SELECT")).isEqualTo(new Position(2, 3));
        assertThat(positionOf(statement, "numeric")).isEqualTo(new Position(2, 10));
        assertThat(positionOf(statement, "10")).isEqualTo(new Position(2, 10));
        assertThat(positionOf(statement, ",\n")).isEqualTo(new Position(2, 17));
        assertThat(positionOf(statement, "app")).isEqualTo(new Position(3, 5));
        assertThat(positionOf(statement, ", x")).isEqualTo(new Position(3, 14));
        assertThat(positionOf(statement, "x")).isEqualTo(new Position(3, 24));
        assertThat(statement.positionOf(statement.tokens().get(1))).isEqualTo(new Position(2, 10));
    }

    @Test
    void kindAndCommandAreThoseOfTheReplacedText() {
        Statement statement = parse("${command} a").statements().get(0);

        assertThat(statement.kind()).isEqualTo(StatementKind.NON_TRANSACTIONAL);
        assertThat(statement.command()).isEqualTo("VACUUM");
        assertThat(statement.written().text()).isEqualTo("${command} a");
    }

    @Test
    void replacingAgainStartsFromTheWrittenText() {
        SqlScript once = parse("SELECT ${schema}");

        SqlScript twice = Placeholders.of(Map.of("schema", "other")).apply(once);

        assertThat(twice.statements().get(0).text()).isEqualTo("SELECT other");
    }

    @Test
    void aStatementOfNothingButAnEmptyValueStays() {
        assertThat(parse("${empty}; SELECT 1;").statements()).hasSize(2);
    }

    private static SqlScript parse(String text) {
        return SqlScript.parse(text, comment -> false, DECLARED);
    }

    /** The place of the first such text, found the way the server reports it. */
    private static Position positionOf(Statement statement, String text) {
        return statement.positionOf(statement.text().indexOf(text) + 1);
    }
}
