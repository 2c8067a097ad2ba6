/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Execute;
import java.util.ArrayList;
import java.util.List;

/** Kinds that the catalog gives complete statements for, and that are made anew when these are others. */
final class DefinedRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(Execute.of(object.get("definition")), List.of()));
        if (object.has("target") || object.has("enabled")) {
            changes.addAll(settings(object));
        }
        return changes;
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.sql(object.fact("drop")));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return isOfOptions(after)
                ? List.of(Rendering.sql("ALTER " + Naming.target(after.key()) + " "
                        + Options.foreign(Options.in(before.get("definition")), Options.in(after.get("definition")))))
                : settings(after);
    }

    /** Whether only options can be another, which change in place. */
    private static boolean isOfOptions(SchemaObject object) {
        return object.key().kind() == SchemaKind.SERVER || object.key().kind() == SchemaKind.FOREIGN_DATA_WRAPPER;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        String old = before.get("definition");
        String now = after.get("definition");
        return old.equals(now) || (isOfOptions(after) && Options.without(old).equals(Options.without(now)));
    }

    private static List<Change> settings(SchemaObject object) {
        String name = Naming.sql(object.key());
        return switch (object.key().kind()) {
            case STATISTICS ->
                List.of(Rendering.sql("ALTER STATISTICS " + name + " SET STATISTICS "
                        + object.find("target").orElse("-1")));
            case EVENT_TRIGGER -> List.of(Rendering.sql("ALTER EVENT TRIGGER " + name + " " + enabling(object)));
            case RULE ->
                List.of(Rendering.sql(
                        "ALTER TABLE " + Naming.whole(object.key()).sql() + " " + enabling(object) + " "
                                + Naming.quoted(object.key())));
            default -> List.of();
        };
    }

    /** The words that turn a rule, a trigger or an event trigger on and off, without its name. */
    static String enabling(SchemaObject object) {
        String words = switch (object.get("enabled")) {
            case "disabled" -> "DISABLE";
            case "replica" -> "ENABLE REPLICA";
            case "always" -> "ENABLE ALWAYS";
            default -> "ENABLE";
        };
        return switch (object.key().kind()) {
            case RULE -> words + " RULE";
            case TRIGGER -> words + " TRIGGER";
            default -> words;
        };
    }
}
