/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import org.jspecify.annotations.Nullable;

/** A constraint of a table, with the table left out: to stand in {@code CREATE TABLE} or to be added later. */
public sealed interface TableConstraint extends TableElement
        permits PrimaryKey, Unique, ForeignKey, Check, Exclude, NotNull, DefinedConstraint {

    /** What it is called; none where PostgreSQL chooses. */
    @Nullable String name();

    /** What it demands, as SQL, without its name. */
    String definition();

    /** What it demands as SQL behind the one column it is about. */
    default String columnDefinition() {
        return definition();
    }

    /** As SQL, with its name. */
    default String sql() {
        return named(name(), definition());
    }

    /** A definition behind its name, if it has one. */
    static String named(@Nullable String name, String definition) {
        return name == null ? definition : "CONSTRAINT " + Identifiers.quoted(name) + " " + definition;
    }
}
