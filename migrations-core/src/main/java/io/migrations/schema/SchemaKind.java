/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Locale;

/** The kinds of objects that a {@link Snapshot} holds. */
public enum SchemaKind {
    SCHEMA,
    EXTENSION,
    COLLATION,
    ENUM,
    DOMAIN,
    DOMAIN_CONSTRAINT,
    COMPOSITE,
    RANGE,
    SEQUENCE,
    TABLE,
    COLUMN,
    /** The default of a column, an object of its own as in PostgreSQL's catalog. */
    DEFAULT,
    CONSTRAINT,
    INDEX,
    VIEW,
    /** A column of a view that has more than the view gives it: a comment, privileges, a default. */
    VIEW_COLUMN,
    MATERIALIZED_VIEW,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    TRIGGER,
    POLICY,
    RULE,
    STATISTICS,
    CAST,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    EVENT_TRIGGER,
    PUBLICATION,
    DEFAULT_PRIVILEGES;

    /** As it is written for people: {@code materialized view}. */
    @Override
    public String toString() {
        return switch (this) {
            case COMPOSITE -> "composite type";
            case RANGE -> "range type";
            case VIEW_COLUMN -> "column";
            default -> name().replace('_', ' ').toLowerCase(Locale.ROOT);
        };
    }
}
