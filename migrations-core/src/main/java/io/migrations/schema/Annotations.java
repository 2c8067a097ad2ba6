/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What objects of all kinds can have: comments and privileges. */
final class Annotations {

    private static final String COMMENT = "comment";
    private static final String PRIVILEGES = "privileges";

    private Annotations() {}

    /** Whether two versions of an object differ in nothing else. */
    static boolean areAllThatDiffers(SchemaObject before, SchemaObject after) {
        boolean arePrivileges = before.key().kind() == SchemaKind.DEFAULT_PRIVILEGES;
        return !arePrivileges && without(before).equals(without(after));
    }

    private static Map<String, String> without(SchemaObject object) {
        Map<String, String> rest = new HashMap<>(object.properties());
        rest.remove(COMMENT);
        rest.remove(PRIVILEGES);
        return rest;
    }

    /**
     * What changes of them.
     *
     * @param before how the object is; none where it is new
     * @param commented whether a new object has brought its comment along
     * @param snapshot what there was before
     */
    static List<Change> changes(
            @Nullable SchemaObject before, SchemaObject after, boolean commented, Snapshot snapshot) {
        List<Change> changes = new ArrayList<>();
        String comment = before == null ? commented ? after.get(COMMENT) : "" : before.get(COMMENT);
        if (!comment.equals(after.get(COMMENT))) {
            changes.add(Rendering.sql("COMMENT ON " + Naming.target(after.key()) + " IS "
                    + Literals.text(after.find(COMMENT).orElse(null))));
        }
        if (after.key().kind() == SchemaKind.DEFAULT_PRIVILEGES) {
            return changes;
        }
        ObjectKey key = after.key();
        List<String> now = privileges(after, snapshot.majorVersion());
        if (before == null) {
            GivenPrivileges given = GivenPrivileges.of(snapshot, key);
            List<String> kept = new ArrayList<>(given.possible());
            kept.retainAll(now);
            changes.addAll(privileges(key, given.possible(), kept));
            List<String> certain = new ArrayList<>(given.certain());
            certain.retainAll(now);
            changes.addAll(privileges(key, certain, now));
        } else {
            changes.addAll(privileges(key, privileges(before, snapshot.majorVersion()), now));
        }
        return changes;
    }

    private static List<Change> privileges(ObjectKey key, List<String> old, List<String> now) {
        boolean isColumn = key.kind() == SchemaKind.COLUMN || key.kind() == SchemaKind.VIEW_COLUMN;
        String columns = isColumn ? " (" + Naming.quoted(key) + ")" : "";
        return PrivilegeChanges.between(
                        old,
                        now,
                        "CURRENT_USER",
                        privileges -> privileges.stream()
                                .map(privilege -> privilege + columns)
                                .collect(Collectors.joining(", ", "", " ON " + Naming.grantable(key))))
                .stream()
                .map(Rendering::sql)
                .toList();
    }

    private static List<String> privileges(SchemaObject object, int majorVersion) {
        return object.has(PRIVILEGES)
                ? object.lines(PRIVILEGES)
                : PrivilegeDefaults.of(object.key().kind(), majorVersion);
    }
}
