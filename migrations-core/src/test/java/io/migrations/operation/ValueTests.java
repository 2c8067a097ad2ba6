/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class ValueTests {

    private enum Colour {
        RED
    }

    @Test
    void writesNoPlaceholder() {
        assertThat(Value.of("Dear ${name}")).isEqualTo("E'Dear \\044{name}'");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("it's", "text", "it's"),
                Arguments.of("back\\slash'", "text", "back\\slash'"),
                Arguments.of("'; DROP TABLE t; --", "text", "'; DROP TABLE t; --"),
                Arguments.of("Dear ${name}, $${a} ${", "text", "Dear ${name}, $${a} ${"),
                Arguments.of("\\${name}'", "text", "\\${name}'"),
                Arguments.of("$$ $1 :a ? \u00e4\n", "text", "$$ $1 :a ? \u00e4\n"),
                Arguments.of('c', "text", "c"),
                Arguments.of(-5, "int", "-5"),
                Arguments.of(Long.MIN_VALUE, "bigint", "-9223372036854775808"),
                Arguments.of(new BigInteger("12345678901234567890"), "numeric", "12345678901234567890"),
                Arguments.of(new BigDecimal("1E+3"), "numeric", "1000"),
                Arguments.of(1.5, "float8", "1.5"),
                Arguments.of(Double.NaN, "float8", "NaN"),
                Arguments.of(Double.NEGATIVE_INFINITY, "float8", "-Infinity"),
                Arguments.of(true, "boolean", "true"),
                Arguments.of(new byte[] {0, -1}, "bytea", "\\x00ff"),
                Arguments.of(new UUID(0, 1), "uuid", "00000000-0000-0000-0000-000000000001"),
                Arguments.of(LocalDate.of(2024, 2, 29), "date", "2024-02-29"),
                Arguments.of(LocalTime.of(1, 2), "time", "01:02:00"),
                Arguments.of(
                        LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_000_000), "timestamp", "2024-02-29 01:02:03.456"),
                Arguments.of(Instant.ofEpochSecond(0), "timestamptz", "1970-01-01 00:00:00+00"),
                Arguments.of(OffsetDateTime.parse("1970-01-01T02:00+02:00"), "timestamptz", "1970-01-01 00:00:00+00"),
                Arguments.of(
                        ZonedDateTime.parse("1970-01-01T02:00+02:00[Africa/Cairo]"),
                        "timestamptz",
                        "1970-01-01 00:00:00+00"),
                Arguments.of(Duration.ofMinutes(90), "interval", "01:30:00"),
                Arguments.of(Period.ofDays(3), "interval", "3 days"),
                Arguments.of(Colour.RED, "text", "RED"),
                Arguments.of(List.of(1, 2), "int[]", "{1,2}"),
                Arguments.of(List.of(), "int[]", "{}"),
                Arguments.of(new String[] {"a'", "b"}, "text[]", "{a',b}"),
                Arguments.of(new int[] {1, 2}, "int[]", "{1,2}"),
                Arguments.of(List.of(List.of(1), List.of(2)), "int[]", "{{1},{2}}"),
                Arguments.of(Sql.sql("1 + 1"), "int", "2"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isReadBackAsItWas(Object value, String type, String text, TestDatabase database) throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            var result = statement.executeQuery("SELECT CAST(" + Value.of(value) + " AS " + type + ")::text");
            result.next();
            assertThat(result.getString(1)).isEqualTo(text);
        }
    }

    @Test
    void mayBeNull() {
        assertThat(Value.of(null)).isEqualTo("NULL");
    }

    @Test
    void refusesWhatHasNoConstant() {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Value.of(new StringBuilder[0].getClass()))
                .withMessageContaining("java.lang.Class has no constant in SQL");
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> Value.of("a\0b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "1; DROP TABLE t", "1 -- x", "/* x */ 1", "'a", "\"a", "(1", "1)", "a[1", "$$ x"})
    void anExpressionStaysAPartOfItsStatement(String text) {
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> Sql.sql(text))
                .withMessageContaining("is no part of a statement");
    }

    @Test
    void anExpressionIsKeptAsItIs() {
        assertThat(Sql.sql(" nextval('a;b'::regclass) ").text()).isEqualTo("nextval('a;b'::regclass)");
    }
}
