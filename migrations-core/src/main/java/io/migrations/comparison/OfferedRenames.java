/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.operation.DropColumn;
import io.migrations.operation.DropTable;
import io.migrations.operation.Operation;
import io.migrations.schema.Change;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.Rename;
import io.migrations.schema.SchemaKind;
import java.util.ArrayList;
import java.util.List;

/** Says beside what is dropped that it may only have been renamed. */
final class OfferedRenames {

    private OfferedRenames() {}

    static List<Change> remarked(List<Change> changes, List<Rename> offered) {
        return changes.stream()
                .map(change -> offered.stream()
                        .filter(rename -> drops(change.operation(), rename.object()))
                        .findFirst()
                        .map(rename -> remarked(change, rename))
                        .orElse(change))
                .toList();
    }

    private static Change remarked(Change change, Rename rename) {
        List<String> remarks = new ArrayList<>(change.remarks());
        remarks.add("If it was renamed, '--rename %s' keeps what it holds.".formatted(option(rename)));
        return new Change(change.operation(), remarks);
    }

    /** As it is typed. */
    static String option(Rename rename) {
        ObjectKey key = rename.object();
        String table = key.of().isEmpty() ? "" : key.of() + ".";
        String schema = key.schema().isEmpty() || key.schema().equals("public") ? "" : key.schema() + ".";
        String value = rename.value() == null ? "" : "." + rename.value();
        return schema + table + key.name() + value + "=" + rename.newName();
    }

    private static boolean drops(Operation operation, ObjectKey key) {
        if (operation instanceof DropColumn drop) {
            return key.kind() == SchemaKind.COLUMN
                    && drop.column().equals(key.name())
                    && drop.table().simple().equals(key.of())
                    && drop.table().findSchema().orElse("").equals(key.schema());
        }
        return operation instanceof DropTable drop
                && key.kind() == SchemaKind.TABLE
                && drop.table().simple().equals(key.name())
                && drop.table().findSchema().orElse("").equals(key.schema());
    }
}
