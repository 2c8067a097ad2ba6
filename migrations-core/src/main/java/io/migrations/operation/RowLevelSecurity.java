/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code ALTER TABLE ... ENABLE ROW LEVEL SECURITY} and its kind. Its inverse is the opposite, so it is not for a table
 * that is so already.
 */
public record RowLevelSecurity(Name table, Change change) implements Operation {

    /** What becomes of the policies of a table. */
    public enum Change {
        /** They are for everybody but the table's owner. */
        ENABLE,
        /** They are for nobody. */
        DISABLE,
        /** They are for the owner, too. */
        FORCE,
        /** They are not for the owner. */
        NO_FORCE;

        private Change opposite() {
            return switch (this) {
                case ENABLE -> DISABLE;
                case DISABLE -> ENABLE;
                case FORCE -> NO_FORCE;
                case NO_FORCE -> FORCE;
            };
        }
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE %s %s ROW LEVEL SECURITY"
                .formatted(table.sql(), change.name().replace('_', ' ')));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new RowLevelSecurity(table, change.opposite()));
    }
}
