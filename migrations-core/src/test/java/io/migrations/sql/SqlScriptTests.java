/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqlScriptTests {

    @Test
    void dividersEndAnUnfinishedStatement() {
        SqlScript script = parseSections("-- Upgrade\nCREATE TABLE a (id int)\n-- Downgrade\nDROP TABLE a");

        assertThat(script.faults()).isEmpty();
        assertThat(texts(script)).containsExactly("CREATE TABLE a (id int)", "DROP TABLE a");
        Comment downgrade = script.comments().get(1);
        assertThat(downgrade.position()).isEqualTo(new Position(3, 1));
        assertThat(script.statements().get(0).offset()).isLessThan(downgrade.offset());
        assertThat(script.statements().get(1).offset()).isGreaterThan(downgrade.offset());
    }

    @Test
    void dividersDoNotSplitWhereASemicolonWouldNot() {
        SqlScript script =
                parseSections("CREATE TABLE a (\n-- Upgrade\nid int);\nSELECT '\n-- Upgrade\n', $$\n-- Upgrade\n$$");

        assertThat(script.faults()).isEmpty();
        assertThat(script.statements()).hasSize(2);
        assertThat(script.comments()).hasSize(1);
    }

    @Test
    void dividersLeaveACopyWithoutItsRows() {
        SqlScript script = parseSections("COPY a FROM STDIN\n-- Downgrade\nSELECT 1;");

        assertThat(script.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("COPY … FROM STDIN has no rows."));
    }

    @Test
    void errorPositionsOfTheServerCountCharacters() {
        Statement statement = SqlScript.parse("\r\n  SELECT '😀', 'é',\r\n\t oops;")
                .statements()
                .get(0);

        assertThat(statement.positionOf(1)).isEqualTo(new Position(2, 3));
        assertThat(statement.positionOf(13)).isEqualTo(new Position(2, 15));
        assertThat(statement.positionOf(21)).isEqualTo(new Position(3, 3));
        assertThat(statement.positionOf(0)).isEqualTo(new Position(2, 3));
        assertThat(statement.positionOf(999)).isEqualTo(new Position(3, 7));
    }

    @Test
    void tokensKnowTheirKindAndName() {
        Statement statement = SqlScript.parse("ALTER TABLE \"A\"\"b\" ADD Col.x U&\"d\" :: $1 1.5e3 'a' || ${p} ? {")
                .statements()
                .get(0);

        assertThat(statement.tokens())
                .extracting(Token::kind)
                .containsExactly(
                        TokenKind.WORD,
                        TokenKind.WORD,
                        TokenKind.QUOTED_IDENTIFIER,
                        TokenKind.WORD,
                        TokenKind.WORD,
                        TokenKind.PUNCTUATION,
                        TokenKind.WORD,
                        TokenKind.QUOTED_IDENTIFIER,
                        TokenKind.OPERATOR,
                        TokenKind.PARAMETER,
                        TokenKind.NUMBER,
                        TokenKind.STRING,
                        TokenKind.OPERATOR,
                        TokenKind.PLACEHOLDER,
                        TokenKind.OPERATOR,
                        TokenKind.OTHER);
        assertThat(statement.tokens().get(2).identifier()).isEqualTo("A\"b");
        assertThat(statement.tokens().get(4).identifier()).isEqualTo("col");
        assertThat(statement.tokens().get(7).identifier()).isEqualTo("d");
        assertThat(statement.tokens().get(4).is("COL")).isTrue();
    }

    @Test
    void anythingIsTakenWithoutAnException() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String alphabet = "'\"$$$--//**()[];;;\\\\::{}?eEuU&bBnN ab1_.\n\r\t\0+<@é\uD83D\uDE00\uFEFF";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        for (int round = 0; System.nanoTime() < end; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String where = "seed " + seed + ", round " + round + ": " + text;
            SqlScript script =
                    SqlScript.parse(text.toString(), comment -> comment.text().contains("a"));
            int before = 0;
            for (Statement statement : script.statements()) {
                assertThat(statement.offset()).as(where).isGreaterThanOrEqualTo(before);
                assertThat(text.indexOf(statement.text(), statement.offset()))
                        .as(where)
                        .isEqualTo(statement.offset());
                assertThat(statement.position())
                        .as(where)
                        .isEqualTo(new PositionWalker(text.toString(), text.indexOf("\uFEFF") == 0 ? 1 : 0)
                                .at(statement.offset()));
                before = statement.offset() + statement.text().length();
            }
            assertThat(Checksum.of(script.statements())).as(where).startsWith("v1:");
        }
    }

    @Test
    void manyStatementsInOneLineAreParsed() {
        SqlScript script = SqlScript.parse("INSERT INTO a VALUES (1, 'x') /* c */;".repeat(200_000));

        assertThat(script.statements()).hasSize(200_000);
        assertThat(script.statements().get(199_999).position()).isEqualTo(new Position(1, 199_999 * 38 + 1));
    }

    @Test
    void manyStatementsWithCommentsInsideAreParsed() {
        SqlScript script = SqlScript.parse("INSERT INTO a -- c\nVALUES (1);\n".repeat(200_000));

        assertThat(script.statements()).hasSize(200_000);
        assertThat(script.comments()).hasSize(200_000);
        assertThat(script.comments().get(199_999).position()).isEqualTo(new Position(399_999, 15));
    }

    @Test
    void hugeAndDeepTextsAreParsed() {
        int million = 1_000_000;
        for (String text : List.of(
                "SELECT '" + "a''\\".repeat(5 * million) + "'",
                "SELECT $a$" + "$ $b$".repeat(4 * million) + "$a$",
                "SELECT " + "(".repeat(million) + ")".repeat(million),
                "SELECT " + "/*".repeat(million) + "*/".repeat(million) + "1",
                "SELECT 1" + "+-".repeat(million) + "1",
                "SELECT " + "$a".repeat(million) + " " + "$ ".repeat(million),
                "SELECT a" + "${b".repeat(million),
                "SELECT 'a'" + "\n'a'".repeat(million),
                "SELECT " + "CASE ".repeat(million) + "END ".repeat(million),
                "SELECT " + ":'a ".repeat(million - 1) + "'")) {
            SqlScript script = SqlScript.parse(text);
            assertThat(script.statements()).as(text.substring(0, 20)).hasSize(1);
            assertThat(script.faults()).as(text.substring(0, 20)).isEmpty();
        }
    }

    @Test
    void aByteOrderMarkInTheMiddleIsAFaultWhereItWouldBeALetter() {
        SqlScript script = SqlScript.parse("\uFEFFSELECT '\uFEFF'; -- \uFEFF\n\uFEFFSELECT 2;");

        assertThat(script.faults())
                .singleElement()
                .hasToString("2:1: A byte order mark (U+FEFF) is a part of this name. Remove it: it is invisible.");
    }

    @Test
    void aStatementIsCalledByNoMoreThanABeginning() {
        String million = "x".repeat(1_000_000);

        assertThat(SqlScript.parse(million).statements().get(0).command()).hasSizeLessThan(100);
        assertThat(SqlScript.parse("CREATE " + million).statements().get(0).command())
                .hasSizeLessThan(100);
        assertThat(SqlScript.parse("'a\u001B\nb'").statements().get(0).command())
                .isEqualTo("'A...");
    }

    private static SqlScript parseSections(String text) {
        return SqlScript.parse(
                text,
                comment -> comment.text().equals("-- Upgrade") || comment.text().equals("-- Downgrade"));
    }

    private static List<String> texts(SqlScript script) {
        return script.statements().stream().map(Statement::text).toList();
    }
}
