/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTests {

    @Test
    void checksumOfThisVersionStaysWhatItIs() {
        // Databases keep this value: whoever has to change it here needs a v2 beside it.
        assertThat(
                        checksum(
                                "CREATE TABLE a (id int, b text DEFAULT 'x' || $$y$$); COPY a FROM STDIN;\n1\tz\n\\.\nSELECT ${b}_c;"))
                .isEqualTo("v1:ca56a2839e85715f430801faee4b9ffc0f34f98f70ec2e13bdeb9adf55beef7a");
    }

    @Test
    void layoutCommentsCaseAndLineEndsDoNotCount() {
        String script = """
                CREATE TABLE a (id INT, b text DEFAULT e'x');
                SELECT 1E5, X'FF', 'two
                lines', $$three
                lines$$;
                COPY a FROM STDIN;
                1\tx
                \\.
                """;

        assertThat(checksum("-- head\n\n" + script)).isEqualTo(checksum(script));
        assertThat(checksum(script.replace("\n", "\r\n"))).isEqualTo(checksum(script));
        assertThat(checksum("\uFEFF" + script)).isEqualTo(checksum(script));
        assertThat(checksum(script.replace("(id INT,", "/* a */(\n  id -- b\n  INT\n  ,")))
                .isEqualTo(checksum(script));
        assertThat(checksum(script.replace("CREATE TABLE", "create Table").replace("e'x'", "E'x'")))
                .isEqualTo(checksum(script));
        assertThat(checksum(script.replace("1E5", "1e5") + ";;")).isEqualTo(checksum(script));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "SELECT 1                | SELECT 2",
                "SELECT 'a'              | SELECT 'A'",
                "SELECT 'a'              | SELECT 'a '",
                "SELECT 'a'              | SELECT a",
                "SELECT 'a'              | SELECT E'a'",
                "SELECT 'a'              | SELECT $$a$$",
                "SELECT $$a$$            | SELECT $$A$$",
                "SELECT \"a\"            | SELECT \"A\"",
                "SELECT \"a\"            | SELECT a",
                "SELECT 'a' 'b'          | SELECT 'ab'",
                "SELECT 'a' 'b'          | SELECT 'a''b'",
                "SELECT a b              | SELECT ab",
                "SELECT 1; SELECT 2      | SELECT 1 SELECT 2",
                "SELECT 1; SELECT 2      | SELECT 2; SELECT 1",
                "SELECT 1                | SELECT 1; SELECT 1",
                "SELECT Ä                | SELECT ä",
                "SELECT a < - b          | SELECT a <@ b",
                "SELECT ${a}             | SELECT ${A}",
                "SELECT ${a}_b           | SELECT ${a} _b",
                "SELECT a_${b}           | SELECT a_ ${b}",
                "SELECT ${a}${b}         | SELECT ${a} ${b}",
            })
    void everyTokenAndBoundaryCounts(String one, String other) {
        assertThat(checksum(one)).isNotEqualTo(checksum(other));
    }

    @Test
    void aLongTextHasTheChecksumOfItsBytesWhereverItIsCut() throws Exception {
        for (int shift = 0; shift < 2; shift++) {
            String token = "'" + "x".repeat(shift) + "\uD83D\uDE00".repeat(100_000) + "'";
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            var expected = MessageDigest.getInstance("SHA-256");
            expected.update(new byte[] {'S', 'T'});
            expected.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            expected.update(bytes);

            assertThat(checksum(token)).isEqualTo("v1:" + HexFormat.of().formatHex(expected.digest()));
        }
    }

    @Test
    void copyRowsCount() {
        String script = "COPY a FROM STDIN;\n1\n\\.\n";

        assertThat(checksum(script.replace("1\n", "2\n"))).isNotEqualTo(checksum(script));
        assertThat(checksum(script.replace("1\n", ""))).isNotEqualTo(checksum(script));
    }

    @Test
    void operatorsAreTokensHoweverTheyAreSpaced() {
        assertThat(checksum("SELECT 1<-2, a-b")).isEqualTo(checksum("SELECT 1 < -2, a - b"));
    }

    @Test
    void placeholdersCountAsWritten() {
        var script = SqlScript.parse("SELECT ${a}");
        var replaced = Placeholders.of(Map.of("a", "1")).apply(script);

        assertThat(replaced.statements().get(0).text()).isEqualTo("SELECT 1");
        assertThat(Checksum.of(replaced.statements())).isEqualTo(Checksum.of(script.statements()));
        assertThat(Checksum.of(script.statements())).isNotEqualTo(checksum("SELECT 1"));
    }

    private static String checksum(String script) {
        return Checksum.of(SqlScript.parse(script).statements());
    }
}
