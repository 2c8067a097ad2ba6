/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with {@code --sql} is said before there is an application, let alone a database. */
class SqlOptionTests {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Invocation parse(String arguments) {
        var out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Invocation.parse(
                List.of(arguments.split(" ")), new Terminal(InputStream.nullInputStream(), out, out, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    downgrade base --sql        | A downgrade with '--sql' needs FROM:TO
                    downgrade --sql :base       | A downgrade with '--sql' needs FROM:TO
                    downgrade --sql 002:        | A downgrade with '--sql' needs FROM:TO
                    downgrade --sql -1          | A downgrade with '--sql' needs FROM:TO
                    downgrade 002:001           | FROM:TO goes with '--sql' alone
                    upgrade 001:head            | FROM:TO goes with '--sql' alone
                    upgrade --sql a:b:c         | 'a:b:c' is no range
                    upgrade --sql a:b c         | A script has one FROM:TO
                    upgrade --sql --plan        | '--plan' and '--sql' exclude each other
                    stamp --sql --purge head    | '--purge' needs the database
                    plan --downgrade 001 002    | one target
                    """)
    void whatMakesNoSenseIsWrongUsage(String arguments, String message) {
        assertThat(parse(arguments).answered()).hasValue(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message, "--help");
    }

    @Test
    void whatMakesSenseGoesOn() {
        for (String arguments : List.of(
                "upgrade --sql",
                "upgrade a b --sql",
                "upgrade a: --sql",
                "upgrade --sql --json a:+2",
                "downgrade --sql c1:-1",
                "stamp --sql a:b")) {
            assertThat(parse(arguments).answered()).as(arguments).isEmpty();
        }
    }
}
