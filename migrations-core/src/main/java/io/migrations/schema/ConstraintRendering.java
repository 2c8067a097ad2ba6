/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AddConstraint;
import io.migrations.operation.DropConstraint;
import io.migrations.operation.DropMode;
import io.migrations.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Constraints of tables. */
final class ConstraintRendering implements Rendering {

    /** What stands behind the rest of a definition, and what ALTER CONSTRAINT and VALIDATE are about. */
    private static final Pattern STATE =
            Pattern.compile("( DEFERRABLE)?( INITIALLY DEFERRED)?( NOT VALID| NOT ENFORCED)?$");

    private static final String NOT_VALID = " NOT VALID";
    private static final String NOT_ENFORCED = " NOT ENFORCED";

    private final Sides sides;

    ConstraintRendering(Sides sides) {
        this.sides = sides;
    }

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.change(
                new AddConstraint(Naming.whole(object.key()), ConstraintText.parse(object)), remarks(object)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        if (sides.isLeftToChildren(object.key())) {
            return List.of(Rendering.sql("ALTER TABLE ONLY %s DROP CONSTRAINT %s"
                    .formatted(Naming.whole(object.key()).sql(), Naming.quoted(object.key()))));
        }
        return List.of(Rendering.change(
                new DropConstraint(Naming.whole(object.key()), object.key().name(), DropMode.PLAIN, null)));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        String old = before.get("definition");
        String now = after.get("definition");
        if (old.endsWith(NOT_VALID) && !now.endsWith(NOT_VALID)) {
            changes.add(Rendering.change(
                    new ValidateConstraint(
                            Naming.whole(after.key()), after.key().name(), null),
                    remarks(after)));
        }
        String alter = "ALTER TABLE %s ALTER CONSTRAINT %s "
                .formatted(Naming.whole(after.key()).sql(), Naming.quoted(after.key()));
        if (!deferral(old).equals(deferral(now))) {
            changes.add(Rendering.sql(alter + (deferral(now).isEmpty() ? "NOT DEFERRABLE" : deferral(now))));
        }
        if (old.endsWith(NOT_ENFORCED) != now.endsWith(NOT_ENFORCED)) {
            changes.add(Rendering.sql(alter + (now.endsWith(NOT_ENFORCED) ? "NOT ENFORCED" : "ENFORCED")));
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        String old = before.get("definition");
        String now = after.get("definition");
        boolean isForeignKey = after.fact("type").equals("f");
        boolean isSame =
                STATE.matcher(old).replaceFirst("").equals(STATE.matcher(now).replaceFirst(""));
        boolean loosens = now.endsWith(NOT_VALID) && !old.endsWith(NOT_VALID);
        boolean changesEnforcement = old.endsWith(NOT_ENFORCED) != now.endsWith(NOT_ENFORCED);
        boolean changesDeferral = !deferral(old).equals(deferral(now));
        return isSame && !loosens && (isForeignKey || (!changesEnforcement && !changesDeferral));
    }

    private static String deferral(String definition) {
        boolean deferred = definition.contains(" INITIALLY DEFERRED");
        return definition.contains(" DEFERRABLE") ? "DEFERRABLE" + (deferred ? " INITIALLY DEFERRED" : "") : "";
    }

    private static String[] remarks(SchemaObject constraint) {
        boolean looks = !constraint.get("definition").endsWith(NOT_VALID)
                && !constraint.get("definition").endsWith(NOT_ENFORCED);
        return looks
                ? new String[] {"Fails while a row of %s breaks it.".formatted(Naming.whole(constraint.key()))}
                : new String[0];
    }
}
