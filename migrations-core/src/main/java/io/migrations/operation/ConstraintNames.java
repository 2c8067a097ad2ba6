/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Gives a constraint the name that is known from elsewhere. */
final class ConstraintNames {

    private ConstraintNames() {}

    /** The constraint; with that name where it has none of its own. */
    static TableConstraint named(TableConstraint constraint, String name) {
        if (constraint.name() != null) {
            return constraint;
        }
        if (constraint instanceof PrimaryKey key) {
            return key.named(name);
        }
        if (constraint instanceof Unique unique) {
            return unique.named(name);
        }
        if (constraint instanceof ForeignKey key) {
            return key.named(name);
        }
        if (constraint instanceof Check check) {
            return new Check(name, check.condition(), check.isLocal(), check.enforcement());
        }
        if (constraint instanceof NotNull notNull) {
            return new NotNull(name, notNull.column(), notNull.isLocal(), notNull.enforcement());
        }
        Exclude exclude = (Exclude) constraint;
        return new Exclude(
                name, exclude.method(), exclude.elements(), exclude.parameters(), exclude.where(), exclude.deferral());
    }
}
