/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... ENABLE ROW LEVEL SECURITY} and its kind. What was before has to be given for its inverse:
 * who guesses wrongly lays a table open.
 *
 * @param existing whether it was enabled (for ENABLE and DISABLE) or forced (for FORCE and NO FORCE) before; null where
 *     nobody says
 */
public record RowLevelSecurity(
        Name table, Change change, @Nullable Boolean existing) implements Operation {

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

        private boolean isOn() {
            return this == ENABLE || this == FORCE;
        }

        /** The change of the same kind that leaves it on, or off. */
        private Change to(boolean on) {
            return switch (this) {
                case ENABLE, DISABLE -> on ? ENABLE : DISABLE;
                case FORCE, NO_FORCE -> on ? FORCE : NO_FORCE;
            };
        }
    }

    /** A change of a table of which nobody says how it was before. */
    public static RowLevelSecurity of(String table, Change change) {
        return new RowLevelSecurity(Name.of(table), change, null);
    }

    /** Whether it was so before, for the inverse: enabled or not, or forced or not; false for a new table. */
    public RowLevelSecurity existing(boolean on) {
        return new RowLevelSecurity(table, change, on);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE %s %s ROW LEVEL SECURITY"
                .formatted(table.sql(), change.name().replace('_', ' ')));
    }

    @Override
    public Inverse inverse() {
        if (existing == null) {
            return Inverse.none(
                    "Nothing says whether the row level security of '%s' was %s before; give it as existing(...), false for a new table."
                            .formatted(table, change.to(true) == Change.ENABLE ? "enabled" : "forced"));
        }
        return Inverse.of(new RowLevelSecurity(table, change.to(existing), change.isOn()));
    }
}
