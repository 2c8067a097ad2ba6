/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AllInSchema;
import io.migrations.operation.AlterDefaultPrivileges;
import io.migrations.operation.DatabaseObject;
import io.migrations.operation.Grant;
import io.migrations.operation.Grantable;
import io.migrations.operation.ObjectKind;
import io.migrations.operation.Operation;
import io.migrations.operation.Privilege;
import io.migrations.operation.Privileges;
import io.migrations.operation.Revoke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Privileges as calls in Java. */
final class JavaPrivileges implements JavaCalls {

    private final JavaValues values;
    private final JavaObjectNames objects;

    JavaPrivileges(JavaValues values) {
        this.values = values;
        this.objects = new JavaObjectNames(values);
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof Grant grant) {
            Chain options = Chain.of("grant").callIf(grant.passable(), "withGrantOption");
            return on("grant", options, grant.privileges(), grant.on());
        }
        if (operation instanceof Revoke revoke) {
            Chain options = Chain.of("revoke")
                    .callIf(revoke.extent() == Revoke.Extent.GRANT_OPTION, "grantOptionFor")
                    .callIf(revoke.cascading(), "cascade");
            return on("revoke", options, revoke.privileges(), revoke.on());
        }
        if (operation instanceof AlterDefaultPrivileges alter) {
            boolean grants = alter.action() == AlterDefaultPrivileges.Action.GRANT;
            Chain options = Chain.of("privileges")
                    .callIfAny("forRoles", alter.creators(), values::text)
                    .callIfAny("inSchemas", alter.schemas(), values::text)
                    .callIf(grants && alter.passable(), "withGrantOption");
            return JavaCalls.call(
                    grants ? "grantByDefault" : "revokeByDefault",
                    privileges(alter.privileges()),
                    values.constant(alter.kind()),
                    "privileges -> " + options);
        }
        return null;
    }

    private String on(String method, Chain options, Privileges privileges, Grantable on) {
        boolean onColumns = privileges.privileges().stream()
                .anyMatch(privilege -> !privilege.columns().isEmpty());
        if (options.isEmpty() && !onColumns && on instanceof DatabaseObject object && isTable(object)) {
            return JavaCalls.call(
                    method, words(privileges), values.name(object.name()), values.texts(privileges.roles()));
        }
        return JavaCalls.call(method, method, options, privileges(privileges), grantable(on));
    }

    private static boolean isTable(DatabaseObject object) {
        return object.kind() == ObjectKind.TABLE;
    }

    private String words(Privileges privileges) {
        return values.text(privileges.privileges().stream().map(Privilege::word).collect(Collectors.joining(", ")));
    }

    private String privileges(Privileges privileges) {
        String type = values.operation(Privileges.class);
        if (privileges.privileges().stream()
                .allMatch(privilege -> privilege.columns().isEmpty())) {
            return "%s.of(%s, %s)".formatted(type, words(privileges), values.texts(privileges.roles()));
        }
        String each = values.list(privileges.privileges(), this::privilege);
        return "new %s(%s, %s)".formatted(type, each, values.listOfTexts(privileges.roles()));
    }

    private String privilege(Privilege privilege) {
        List<String> texts = new ArrayList<>();
        texts.add(privilege.word());
        texts.addAll(privilege.columns());
        return "%s.of(%s)".formatted(values.operation(Privilege.class), values.texts(texts));
    }

    private String grantable(Grantable on) {
        if (on instanceof DatabaseObject object) {
            return objects.object(object);
        }
        var all = (AllInSchema) on;
        return "new %s(%s, %s)"
                .formatted(values.operation(AllInSchema.class), values.constant(all.kind()), values.text(all.schema()));
    }
}
