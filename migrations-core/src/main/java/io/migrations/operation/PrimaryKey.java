/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code PRIMARY KEY}.
 *
 * @param hasPeriod whether the last column is a range, and keys are for its time; PostgreSQL 18 and later
 * @param index the index it takes over; none where it makes its own
 * @param existingNullable the columns that may be null before it is added, and again when it is dropped
 */
public record PrimaryKey(
        @Nullable String name,
        List<String> columns,
        boolean hasPeriod,
        Deferral deferral,
        IndexParameters parameters,
        @Nullable ExistingIndex index,
        List<String> existingNullable)
        implements TableConstraint {

    public PrimaryKey {
        if (name != null) {
            Names.require("constraint", name);
        }
        columns = Names.requireSome("column", columns);
        existingNullable = Names.require("column", existingNullable);
    }

    static PrimaryKey of(@Nullable String name, List<String> columns) {
        return new PrimaryKey(name, columns, false, Deferral.NOT_DEFERRABLE, IndexParameters.NONE, null, List.of());
    }

    /** With a name of its own. */
    public PrimaryKey named(String constraint) {
        return new PrimaryKey(constraint, columns, hasPeriod, deferral, parameters, index, existingNullable);
    }

    /** Where the last column is a range: no two rows of one key at the same time. PostgreSQL 18 and later. */
    public PrimaryKey withoutOverlaps() {
        return new PrimaryKey(name, columns, true, deferral, parameters, index, existingNullable);
    }

    /** May be put off to the end of the transaction. */
    public PrimaryKey deferrable() {
        return deferral(Deferral.DEFERRABLE);
    }

    /** Is put off to the end of the transaction. */
    public PrimaryKey initiallyDeferred() {
        return deferral(Deferral.INITIALLY_DEFERRED);
    }

    /** Whose index carries these columns, too. */
    public PrimaryKey include(String... others) {
        return parameters(parameters.include(List.of(others)));
    }

    /** Whose index has that storage parameter. */
    public PrimaryKey with(String parameter, Object value) {
        return parameters(parameters.with(parameter, value));
    }

    /** Whose index lies in that tablespace. */
    public PrimaryKey tablespace(String tablespace) {
        return parameters(parameters.tablespace(tablespace));
    }

    /** Takes over a unique index, which gets the constraint's name. Nothing derived undoes that. */
    public PrimaryKey usingIndex(String existing) {
        return index(new ExistingIndex(existing, null));
    }

    /** Takes over a unique index of which is known what it is, so that it can be brought back. */
    public PrimaryKey usingIndex(CreateIndex existing) {
        return index(new ExistingIndex(existing.name(), existing));
    }

    /** Which columns may be null before: PostgreSQL makes them NOT NULL, and does not take that back. */
    public PrimaryKey existingNullable(String... nullable) {
        return new PrimaryKey(name, columns, hasPeriod, deferral, parameters, index, List.of(nullable));
    }

    @Override
    public String definition() {
        String keys = "(" + Names.list(columns) + Words.when(hasPeriod, " WITHOUT OVERLAPS") + ")";
        return index == null
                ? Words.join("PRIMARY KEY", keys, parameters.sql(), deferral.sql())
                : Words.join("PRIMARY KEY", index.sql(), deferral.sql());
    }

    @Override
    public String columnDefinition() {
        return Words.join("PRIMARY KEY", parameters.sql(), deferral.sql());
    }

    private PrimaryKey deferral(Deferral other) {
        return new PrimaryKey(name, columns, hasPeriod, other, parameters, index, existingNullable);
    }

    private PrimaryKey parameters(IndexParameters other) {
        return new PrimaryKey(name, columns, hasPeriod, deferral, other, index, existingNullable);
    }

    private PrimaryKey index(ExistingIndex other) {
        return new PrimaryKey(name, columns, hasPeriod, deferral, parameters, other, existingNullable);
    }
}
