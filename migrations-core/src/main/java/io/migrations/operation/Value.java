/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Literals;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of Java as a constant of SQL, quoted so that nothing in it can be read as SQL: Alembic's
 * {@code inline_literal}. "4.1.2 Constants" and the date/time and array input of the PostgreSQL documentation.
 */
final class Value {

    private Value() {}

    /**
     * The constant.
     *
     * @param value a string, number, boolean, UUID, java.time value, enum (its name), {@code byte[]}, collection or
     *     array of those, {@link Sql}, or null
     * @throws InvalidOperationException for any other type
     */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Sql sql) {
            return sql.text();
        }
        if (value instanceof Boolean || isExactNumber(value)) {
            return value.toString();
        }
        if (value instanceof Double || value instanceof Float) {
            return ofFloat(((Number) value).doubleValue(), value.toString());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
        }
        return value instanceof CharSequence || value instanceof Character ? ofText(value.toString()) : ofObject(value);
    }

    /**
     * Whether it may stand for something else when it is read again: SQL such as {@code current_date} does, and a float
     * that a column keeps is not the number that is written.
     */
    static boolean isVague(@Nullable Object value) {
        return value instanceof Sql
                || value instanceof Double
                || value instanceof Float
                || (value instanceof Collection<?> collection
                        && collection.stream().anyMatch(Value::isVague))
                || (value instanceof Object[] array && Arrays.stream(array).anyMatch(Value::isVague));
    }

    /**
     * A string constant. What looks like a placeholder is written so that none is: a value is no template, neither in this
     * build nor in one that finds the text in the database and replaces placeholders inside quotes.
     */
    static String ofText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidOperationException(
                    "The value '%s' has a NUL character.".formatted(text.replace('\0', ' ')),
                    "Remove it: PostgreSQL's text knows none.");
        }
        String constant = Literals.text(text);
        if (!text.contains("${")) {
            return constant;
        }
        return (constant.startsWith("E") ? constant : "E" + constant).replace("${", "\\044{");
    }

    private static boolean isExactNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
    }

    private static String ofFloat(double value, String text) {
        return Double.isFinite(value) ? text : "'" + text + "'::float8";
    }

    private static String ofObject(Object value) {
        if (value instanceof UUID
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof Duration
                || value instanceof Period) {
            return "'" + value + "'";
        }
        if (value instanceof ZonedDateTime zoned) {
            return "'" + zoned.toOffsetDateTime() + "'";
        }
        if (value instanceof Enum<?> constant) {
            return ofText(constant.name());
        }
        if (value instanceof Collection<?> collection) {
            return ofElements(collection.stream());
        }
        if (value instanceof Object[] array) {
            return ofElements(Arrays.stream(array));
        }
        if (value instanceof int[] array) {
            return ofElements(IntStream.of(array).boxed());
        }
        throw new InvalidOperationException(
                "A value of the type %s has no constant in SQL: '%s'."
                        .formatted(value.getClass().getName(), value),
                "Give a string, a number, a boolean, a UUID, a date or time, bytes, a list of those, or sql(\"...\").");
    }

    private static String ofElements(Stream<?> elements) {
        String list = elements.map(Value::of).collect(Collectors.joining(", "));
        return list.isEmpty() ? "'{}'" : "ARRAY[" + list + "]";
    }
}
