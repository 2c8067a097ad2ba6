/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Placeholders inside string constants and dollar quotes, where that was asked for. */
class QuotedPlaceholdersTests {

    private static final Placeholders DECLARED = Placeholders.of(Map.of(
                    "role",
                    "app",
                    "odd",
                    "it's \\ here",
                    "tag",
                    "$body$",
                    "half",
                    "a$body",
                    "nul",
                    "\0",
                    "drop",
                    "'; DROP TABLE orders; --"))
            .inQuotes();

    @Test
    void theyAreReplacedInStringsAndDollarQuotes() {
        Statement statement =
                one("SELECT '${role}', N'a${role}b', E'${role}', $$ ${role}.${role} $$, $x$${role}$x$, ${role}");

        assertThat(statement.text()).isEqualTo("SELECT 'app', N'aappb', E'app', $$ app.app $$, $x$app$x$, app");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'${odd}', 'it''s \\ here'",
                "E'${odd}', E'it''s \\\\ here'",
                "N'${odd}', N'it''s \\ here'",
                "$$${odd}$$, $$it's \\ here$$",
            })
    void aValueCannotEndTheConstantItIsIn(String written, String expected) {
        assertThat(one("SELECT " + written).text()).isEqualTo("SELECT " + expected);
    }

    @Test
    void aConstantThatGoesOnInTheNextLineIsReadAsItsFirstPart() {
        assertThat(one("SELECT E'a'\n '${odd}'").text()).isEqualTo("SELECT E'a'\n 'it''s \\\\ here'");
    }

    @Test
    void withoutStandardStringsABackslashEscapesEverywhere() {
        SqlScript script = parse("SET standard_conforming_strings = off; SELECT '${odd}';");

        assertThat(script.statements().get(1).text()).isEqualTo("SELECT 'it''s \\\\ here'");
    }

    @Test
    void quotedNamesCommentsAndRowsStayAsTheyAre() {
        String text = "SELECT \"${role}\" /* ${other} */ -- ${other}\n, U&\"${role}\"";

        assertThat(one(text).text()).isEqualTo(text);
        assertThat(parse("COPY a FROM stdin;\n'${role}'\n\\.\n").statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.copyData()).isEqualTo("'${role}'\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$body$ ${tag} $body$",
                "$body$ ${half}$ $body$",
                "$body$ ${half}$body$",
                "U&'${role}'",
                "B'${odd}'",
                "E'\\${role}'",
                "E'\\\\\\${odd}'",
                "E'a''\\${drop}'",
                "'${nul}'",
                "$$${nul}$$",
                "'${other}'",
                "$$${other}$$"
            })
    void whatWouldBreakOutOrIsNotDeclaredIsAFaultAtItsPlace(String constant) {
        SqlScript script = parse("\nSELECT " + constant);

        assertThat(script.faults())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.position()).isEqualTo(new Position(2, 8 + constant.indexOf("${"))));
    }

    @Test
    void aBackslashThatIsEscapedItselfEscapesNoValue() {
        assertThat(one("SELECT E'\\\\${drop}'").text()).isEqualTo("SELECT E'\\\\''; DROP TABLE orders; --'");
    }

    @Test
    void aBackslashEscapesAValueWithoutStandardStrings() {
        assertThat(parse("SET standard_conforming_strings = off; SELECT '\\${drop}'")
                        .faults())
                .hasSize(1);
        assertThat(one("SELECT '\\${drop}'").text()).isEqualTo("SELECT '\\''; DROP TABLE orders; --'");
    }

    @Test
    void whatOnlyNearlyMakesUpATagIsFine() {
        assertThat(parse("SELECT $b$${half}$b$, $$${half}x$$").faults()).isEmpty();
    }

    @Test
    void placesLeadBackToTheFileAndTheChecksumIsThatOfTheWrittenText() {
        String text = "SELECT '${role} ${role}', ${role}, x";
        Statement statement = one(text);

        assertThat(statement.positionOf(statement.text().indexOf("x") + 1))
                .isEqualTo(new Position(1, text.indexOf("x") + 1));
        assertThat(Checksum.of(java.util.List.of(statement)))
                .isEqualTo(Checksum.of(SqlScript.parse(text).statements()));
        assertThat(statement.written().text()).isEqualTo(text);
    }

    @Test
    void theSecondDollarOfATagBeginsNone() {
        assertThat(one("SELECT $${role}$$").text()).isEqualTo("SELECT $${role}$$");
    }

    @Test
    void withoutBeingAskedForTheyStay() {
        SqlScript script = SqlScript.parse(
                "SELECT '${role} ${other}', $$${other}$$", comment -> false, Placeholders.of(Map.of("role", "app")));

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements().get(0).text()).isEqualTo("SELECT '${role} ${other}', $$${other}$$");
    }

    @Test
    void thePlaceholderAtAPlaceIsFoundFromItsDollarOrItsBrace() {
        assertThat(Placeholders.at("a_${b}", 2)).contains("${b}");
        assertThat(Placeholders.at("a_${b}", 3)).contains("${b}");
        assertThat(Placeholders.at("a_${b}", 0)).isEmpty();
        assertThat(Placeholders.at("a_$b", 2)).isEmpty();
    }

    private static SqlScript parse(String text) {
        return SqlScript.parse(text, comment -> false, DECLARED);
    }

    private static Statement one(String text) {
        SqlScript script = parse(text);
        assertThat(script.faults()).isEmpty();
        assertThat(script.statements()).hasSize(1);
        return script.statements().get(0);
    }
}
