/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What psql sends to the server for a script must be the statements found in it. Skipped where there is no psql of
 * 15 or later: earlier ones take the comments out.
 */
@DatabaseTest
class PsqlComparisonTests {

    private static final String[] GARBAGE = {
        "'", "'", "\"", "$$", "$a$", "$", "E'", "U&'", "N'", "B'", "--", "/*", "*/", "(", ")", ";", ";", "\n", "\n",
        " ", "a", "a$", "1 ", "$1 ", "+", "-", "*", "/", "<", "@", ".", ",", "::", "é", "\t", "''", "\"\"", "E'\\''",
        "E'\\\\'", "[", "]"
    };

    @TempDir
    Path folder;

    @BeforeEach
    void psqlIsThere() {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
    }

    @Test
    void psqlSendsTheStatementsOfTheGoldenScripts(TestDatabase database) {
        List<GoldenScript> scripts = GoldenScript.in("valid")
                .filter(script -> !script.text().startsWith("-- psql differs"))
                .toList();
        for (GoldenScript golden : scripts) {
            database.execute("DROP SCHEMA public CASCADE");
            database.execute("CREATE SCHEMA public");

            compare(golden.toString(), golden.text(), new Psql(database, folder).sent(golden.text()));
        }
    }

    @Test
    void psqlSendsTheStatementsOfRandomGarbage(TestDatabase database) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var psql = new Psql(database, folder);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        for (int round = 0; System.nanoTime() < end; round++) {
            var script = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                script.append(GARBAGE[random.nextInt(GARBAGE.length)]);
            }
            script.append('\n');
            if (!meansSomethingElseToPsql(SqlScript.parse(script.toString()))) {
                compare("seed " + seed + ", round " + round, script.toString(), psql.sent(script.toString()));
            }
        }
    }

    /** A psql command, or an escape string that goes on in the next line: psql forgets there how it began. */
    private static boolean meansSomethingElseToPsql(SqlScript script) {
        boolean commands =
                script.faults().stream().anyMatch(fault -> fault.message().contains("psql"));
        return commands || script.statements().stream().anyMatch(statement -> continuesEscapes(statement.tokens()));
    }

    private static boolean continuesEscapes(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).text().startsWith("E'")
                    && tokens.get(i).text().startsWith("'")) {
                return true;
            }
        }
        return false;
    }

    private static void compare(String name, String script, List<String> sent) {
        List<String> expected = SqlScript.parse(script).statements().stream()
                .map(statement -> withoutBlankLines(statement.text()))
                .toList();
        // What psql sends besides: empty statements, and the block comments around one.
        List<String> actual = new ArrayList<>();
        for (String query : sent) {
            int next = actual.size();
            String text = withoutBlankLines(query);
            if (SqlScript.parse(text).statements().isEmpty()) {
                continue;
            }
            actual.add(next < expected.size() && isOnly(text, expected.get(next)) ? expected.get(next) : text);
        }
        assertThat(actual).as("%s:%n%s", name, script).isEqualTo(expected);
    }

    /** Whether a query is that statement and nothing else that counts. */
    private static boolean isOnly(String query, String statement) {
        for (int at = query.indexOf(statement); at >= 0; at = query.indexOf(statement, at + 1)) {
            String rest = query.substring(0, at) + " " + query.substring(at + statement.length());
            if (SqlScript.parse(rest).statements().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** psql leaves out empty lines. */
    private static String withoutBlankLines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
