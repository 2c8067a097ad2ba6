/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;
import java.util.regex.Pattern;

/** Functions and procedures. What callers see of one stays as it is, or it is made anew. */
final class RoutineRendering implements Rendering {

    private static final Pattern OR_REPLACE = Pattern.compile("^CREATE OR REPLACE ");
    private static final Pattern DEFAULT = Pattern.compile(
            " DEFAULT (?:'(?:[^']|'')*'|\\((?:[^()]|\\([^()]*\\))*\\)" + "|[^,'()]|\\((?:[^()]|\\([^()]*\\))*\\))+");

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.sql(
                OR_REPLACE.matcher(object.get("definition").strip()).replaceFirst("CREATE ")));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.sql("DROP " + Naming.target(object.key())));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return before.get("definition").equals(after.get("definition"))
                ? List.of()
                : List.of(Rendering.sql(after.get("definition").strip()));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        String old = before.fact("parameters");
        String now = after.fact("parameters");
        return before.fact("returns").equals(after.fact("returns"))
                && DEFAULT.matcher(old)
                        .replaceAll("")
                        .equals(DEFAULT.matcher(now).replaceAll(""))
                && defaults(now) >= defaults(old);
    }

    private static long defaults(String parameters) {
        return DEFAULT.matcher(parameters).results().count();
    }

    /** Whether PostgreSQL looks into its text for what it uses, when it is created. */
    static boolean hasTextBody(SchemaObject object) {
        boolean isRoutine =
                object.key().kind() == SchemaKind.FUNCTION || object.key().kind() == SchemaKind.PROCEDURE;
        return isRoutine
                && !object.fact("atomic").equals("yes")
                && List.of("sql", "plpgsql").contains(object.fact("language"));
    }
}
