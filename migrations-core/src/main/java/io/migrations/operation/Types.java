/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * PostgreSQL's types, to be imported statically. Names are those of "Chapter 8. Data Types" of the PostgreSQL
 * documentation; a type without a method here is {@link #type(String)}.
 */
public final class Types {

    public static final Type BIGINT = new Type("bigint");
    public static final Type BOOLEAN = new Type("boolean");
    public static final Type BYTEA = new Type("bytea");
    public static final Type CIDR = new Type("cidr");
    public static final Type DATE = new Type("date");
    public static final Type DOUBLE_PRECISION = new Type("double precision");
    public static final Type INET = new Type("inet");
    public static final Type INTEGER = new Type("integer");
    public static final Type INTERVAL = new Type("interval");
    public static final Type JSON = new Type("json");
    public static final Type JSONB = new Type("jsonb");
    public static final Type NUMERIC = new Type("numeric");
    public static final Type REAL = new Type("real");
    public static final Type SMALLINT = new Type("smallint");
    public static final Type TEXT = new Type("text");
    public static final Type TIME = new Type("time");
    public static final Type TIMESTAMP = new Type("timestamp");
    public static final Type TIMESTAMPTZ = new Type("timestamptz");
    public static final Type TSVECTOR = new Type("tsvector");
    public static final Type UUID = new Type("uuid");
    public static final Type VARCHAR = new Type("varchar");
    public static final Type XML = new Type("xml");

    private Types() {}

    /** {@code varchar(length)}: at most so many characters. */
    public static Type varchar(int length) {
        return new Type("varchar(%d)".formatted(length));
    }

    /** {@code char(length)}: so many characters, padded with blanks. */
    public static Type character(int length) {
        return new Type("char(%d)".formatted(length));
    }

    /** {@code numeric(precision, scale)}: so many digits, of which some are behind the point. */
    public static Type numeric(int precision, int scale) {
        return new Type("numeric(%d, %d)".formatted(precision, scale));
    }

    /** {@code timestamptz(precision)}: with so many digits of a second. */
    public static Type timestamptz(int precision) {
        return new Type("timestamptz(%d)".formatted(precision));
    }

    /** Any other type as SQL, with its arguments: {@code type("citext")}, {@code type("geography(Point, 4326)")}. */
    public static Type type(String sql) {
        return new Type(sql);
    }

    /** A type of the database's own, such as an enum, by its name, quoted where needed. */
    public static Type named(String name) {
        return new Type(Name.of(name).sql());
    }
}
