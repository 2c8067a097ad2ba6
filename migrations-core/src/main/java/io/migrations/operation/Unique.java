/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code UNIQUE}.
 *
 * @param nullsAreEqual whether two nulls are the same; PostgreSQL 15 and later
 * @param hasPeriod whether the last column is a range, and keys are for its time; PostgreSQL 18 and later
 * @param index the index it takes over; none where it makes its own
 */
public record Unique(
        @Nullable String name,
        List<String> columns,
        boolean nullsAreEqual,
        boolean hasPeriod,
        Deferral deferral,
        IndexParameters parameters,
        @Nullable ExistingIndex index)
        implements TableConstraint {

    public Unique {
        if (name != null) {
            Names.require("constraint", name);
        }
        columns = Names.requireSome("column", columns);
    }

    static Unique of(@Nullable String name, List<String> columns) {
        return new Unique(name, columns, false, false, Deferral.NOT_DEFERRABLE, IndexParameters.NONE, null);
    }

    /** With a name of its own. */
    public Unique named(String constraint) {
        return new Unique(constraint, columns, nullsAreEqual, hasPeriod, deferral, parameters, index);
    }

    /** Two nulls are the same; PostgreSQL 15 and later. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, true, hasPeriod, deferral, parameters, index);
    }

    /** Where the last column is a range: no two rows of one key at the same time. PostgreSQL 18 and later. */
    public Unique withoutOverlaps() {
        return new Unique(name, columns, nullsAreEqual, true, deferral, parameters, index);
    }

    /** May be put off to the end of the transaction. */
    public Unique deferrable() {
        return deferral(Deferral.DEFERRABLE);
    }

    /** Is put off to the end of the transaction. */
    public Unique initiallyDeferred() {
        return deferral(Deferral.INITIALLY_DEFERRED);
    }

    /** Whose index carries these columns, too. */
    public Unique include(String... others) {
        return parameters(parameters.include(List.of(others)));
    }

    /** Whose index has that storage parameter. */
    public Unique with(String parameter, Object value) {
        return parameters(parameters.with(parameter, value));
    }

    /** Whose index lies in that tablespace. */
    public Unique tablespace(String tablespace) {
        return parameters(parameters.tablespace(tablespace));
    }

    /** Takes over a unique index, which gets the constraint's name. Nothing derived undoes that. */
    public Unique usingIndex(String existing) {
        return index(new ExistingIndex(existing, null));
    }

    /** Takes over a unique index of which is known what it is, so that it can be brought back. */
    public Unique usingIndex(CreateIndex existing) {
        return index(new ExistingIndex(existing.name(), existing));
    }

    @Override
    public String definition() {
        String keys = "(" + Names.list(columns) + Words.when(hasPeriod, " WITHOUT OVERLAPS") + ")";
        return index == null
                ? Words.join("UNIQUE", nulls(), keys, parameters.sql(), deferral.sql())
                : Words.join("UNIQUE", index.sql(), deferral.sql());
    }

    @Override
    public String columnDefinition() {
        return Words.join("UNIQUE", nulls(), parameters.sql(), deferral.sql());
    }

    private String nulls() {
        return Words.when(nullsAreEqual, "NULLS NOT DISTINCT");
    }

    private Unique deferral(Deferral other) {
        return new Unique(name, columns, nullsAreEqual, hasPeriod, other, parameters, index);
    }

    private Unique parameters(IndexParameters other) {
        return new Unique(name, columns, nullsAreEqual, hasPeriod, deferral, other, index);
    }

    private Unique index(ExistingIndex other) {
        return new Unique(name, columns, nullsAreEqual, hasPeriod, deferral, parameters, other);
    }
}
