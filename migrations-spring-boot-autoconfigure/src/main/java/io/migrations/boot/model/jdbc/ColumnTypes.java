/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import static java.util.Map.entry;

import io.migrations.comparison.InvalidSchemaModelException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * The types of PostgreSQL for those of Java: where Spring Data has a choice of its own for the schemas it writes, that
 * one; for what it stores as text, text.
 */
record ColumnTypes(Mapping mapping) {

    private static final String TEXT = "varchar(255)";

    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            entry(String.class, TEXT),
            entry(Character.class, "char(1)"),
            entry(Boolean.class, "boolean"),
            entry(Byte.class, "smallint"),
            entry(Short.class, "smallint"),
            entry(Integer.class, "integer"),
            entry(Long.class, "bigint"),
            entry(BigInteger.class, "bigint"),
            entry(BigDecimal.class, "numeric"),
            entry(Float.class, "real"),
            entry(Double.class, "double precision"),
            entry(UUID.class, "uuid"),
            entry(LocalDate.class, "date"),
            entry(LocalTime.class, "time"),
            entry(LocalDateTime.class, "timestamp"),
            entry(OffsetTime.class, "timetz"),
            entry(Instant.class, "timestamptz"),
            entry(OffsetDateTime.class, "timestamptz"),
            entry(ZonedDateTime.class, TEXT),
            entry(Duration.class, TEXT),
            entry(Period.class, TEXT),
            entry(java.util.Date.class, "timestamp"),
            entry(java.sql.Timestamp.class, "timestamp"),
            entry(java.sql.Date.class, "date"),
            entry(java.sql.Time.class, "time"),
            entry(byte[].class, "bytea"),
            // What a converter makes of a value for the driver alone does not tell the type; it mostly is for JSON.
            entry(JdbcValue.class, "jsonb"));

    /** The type of a column. */
    String of(RelationalPersistentProperty property) {
        Class<?> type = property.getType();
        if (property.isAssociation()) {
            return of(mapping.converter().getColumnType(property), property);
        }
        Optional<Class<?>> written = written(type);
        if (written.isPresent()) {
            return of(written.get(), property);
        }
        if (type != byte[].class && (property.isCollectionLike() || type.isArray())) {
            return of(property.getActualType(), property) + "[]";
        }
        return of(type, property);
    }

    /** The type of a column for the position in a list or the key of a map. */
    String of(Class<?> type, RelationalPersistentProperty property) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        Class<?> written = written(boxed).orElse(boxed);
        if (written.isEnum()) {
            return TEXT;
        }
        String known = KNOWN.get(written);
        if (known != null) {
            return known;
        }
        if (written.getName().startsWith("org.postgresql.")) {
            String name = written.getSimpleName();
            return name.equals("PGobject")
                    ? "jsonb"
                    : name.substring("PG".length()).toLowerCase(Locale.ROOT);
        }
        throw unknown(written, property);
    }

    /** What a converter of the application makes of a type. */
    private Optional<Class<?>> written(Class<?> type) {
        // Spring Data's own converters make a timestamp of every time; the column's type says more.
        return mapping.conversions()
                .getCustomWriteTarget(ClassUtils.resolvePrimitiveIfNecessary(type))
                .filter(target ->
                        !(type.getName().startsWith("java.time.") && java.util.Date.class.isAssignableFrom(target)));
    }

    private static InvalidSchemaModelException unknown(Class<?> type, RelationalPersistentProperty property) {
        return new InvalidSchemaModelException(
                JdbcEntities.NAME,
                "'%s.%s' is a '%s', and which column that is stored in is not known."
                        .formatted(property.getOwner().getType().getSimpleName(), property.getName(), type.getName()),
                "Register a converter for it, or write the schema into a script and set 'migrations.model.schema'.",
                null);
    }
}
