/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code FOREIGN KEY}.
 *
 * @param columns the columns that refer
 * @param hasPeriod whether the last columns are ranges, and keys are for their time; PostgreSQL 18 and later
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        KeyReference reference,
        boolean hasPeriod,
        Deferral deferral,
        Enforcement enforcement)
        implements TableConstraint {

    public ForeignKey {
        if (name != null) {
            Names.require("constraint", name);
        }
        columns = Names.requireSome("column", columns);
        List<String> remote = reference.columns();
        if (!remote.isEmpty() && remote.size() != columns.size()) {
            throw new InvalidOperationException(
                    "The columns %s refer to the columns %s of '%s': %d to %d."
                            .formatted(columns, remote, reference.table(), columns.size(), remote.size()),
                    "Name as many of one as of the other.");
        }
    }

    static ForeignKey of(
            @Nullable String name, List<String> columns, String referentTable, List<String> remoteColumns) {
        KeyReference reference = KeyReference.to(Name.of(referentTable), remoteColumns);
        return new ForeignKey(name, columns, reference, false, Deferral.NOT_DEFERRABLE, Enforcement.VALID);
    }

    /** With a name of its own. */
    public ForeignKey named(String constraint) {
        return new ForeignKey(constraint, columns, reference, hasPeriod, deferral, enforcement);
    }

    /** Where the last columns are ranges: the key is there all the time. PostgreSQL 18 and later. */
    public ForeignKey period() {
        return new ForeignKey(name, columns, reference, true, deferral, enforcement);
    }

    /** All columns are null, or none is. */
    public ForeignKey matchFull() {
        return reference(reference.matchingFull());
    }

    /** What becomes of referring rows when theirs goes. */
    public ForeignKey onDelete(ReferentialAction action) {
        return reference(reference.onDelete(action, List.of()));
    }

    /** Sets only these of the referring columns to null; PostgreSQL 15 and later. */
    public ForeignKey onDeleteSetNull(String... some) {
        return reference(reference.onDelete(ReferentialAction.SET_NULL, List.of(some)));
    }

    /** Sets only these of the referring columns to their defaults; PostgreSQL 15 and later. */
    public ForeignKey onDeleteSetDefault(String... some) {
        return reference(reference.onDelete(ReferentialAction.SET_DEFAULT, List.of(some)));
    }

    /** What becomes of referring rows when theirs gets another key. */
    public ForeignKey onUpdate(ReferentialAction action) {
        return reference(reference.onUpdate(action));
    }

    /** May be put off to the end of the transaction. */
    public ForeignKey deferrable() {
        return new ForeignKey(name, columns, reference, hasPeriod, Deferral.DEFERRABLE, enforcement);
    }

    /** Is put off to the end of the transaction. */
    public ForeignKey initiallyDeferred() {
        return new ForeignKey(name, columns, reference, hasPeriod, Deferral.INITIALLY_DEFERRED, enforcement);
    }

    /** Not for the rows that are there already, until it is validated. */
    public ForeignKey notValid() {
        return new ForeignKey(name, columns, reference, hasPeriod, deferral, Enforcement.NOT_VALID);
    }

    /** For no rows; PostgreSQL 18 and later. */
    public ForeignKey notEnforced() {
        return new ForeignKey(name, columns, reference, hasPeriod, deferral, Enforcement.NOT_ENFORCED);
    }

    @Override
    public String definition() {
        return Words.join("FOREIGN KEY (" + list(columns) + ")", columnDefinition());
    }

    @Override
    public String columnDefinition() {
        return Words.join(
                "REFERENCES",
                reference.table().sql(),
                reference.columns().isEmpty() ? "" : "(" + list(reference.columns()) + ")",
                reference.actions(),
                deferral.sql(),
                enforcement.sql());
    }

    private String list(List<String> keys) {
        int last = keys.size() - 1;
        return hasPeriod
                ? Names.list(keys.subList(0, last)) + ", PERIOD " + Names.list(keys.subList(last, last + 1))
                : Names.list(keys);
    }

    private ForeignKey reference(KeyReference other) {
        return new ForeignKey(name, columns, other, hasPeriod, deferral, enforcement);
    }
}
