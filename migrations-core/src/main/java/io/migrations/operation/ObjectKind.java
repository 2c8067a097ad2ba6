/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Locale;

/** The kinds of things in a database that can be named, commented, renamed, granted or dropped. */
public enum ObjectKind {
    COLUMN,
    CONSTRAINT,
    DATABASE,
    DOMAIN,
    /** A constraint of a domain. */
    DOMAIN_CONSTRAINT,
    EXTENSION,
    FUNCTION,
    INDEX,
    MATERIALIZED_VIEW,
    POLICY,
    PROCEDURE,
    SCHEMA,
    SEQUENCE,
    TABLE,
    TRIGGER,
    TYPE,
    VIEW;

    /** As SQL: {@code MATERIALIZED VIEW}. */
    String words() {
        return this == DOMAIN_CONSTRAINT ? "CONSTRAINT" : name().replace('_', ' ');
    }

    /** As it is written for people: {@code materialized view}. */
    @Override
    public String toString() {
        return words().toLowerCase(Locale.ROOT);
    }
}
