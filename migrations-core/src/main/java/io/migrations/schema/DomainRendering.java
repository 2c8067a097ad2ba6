/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.CreateDomain;
import io.migrations.operation.DropObject;
import io.migrations.operation.Name;
import io.migrations.operation.SetDomainDefault;
import io.migrations.operation.SetDomainNotNull;
import io.migrations.operation.Sql;
import io.migrations.operation.Type;
import java.util.ArrayList;
import java.util.List;

/** Domains, without their conditions, which are objects of their own. */
final class DomainRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.change(creation(object)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(DropObject.of(creation(object))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        Name name = Naming.name(after.key());
        if (!before.get("default").equals(after.get("default"))) {
            Sql value = after.find("default").map(Sql::new).orElse(null);
            changes.add(Rendering.change(new SetDomainDefault(name, value, null)));
        }
        boolean required = after.has("not null");
        if (before.has("not null") != required) {
            changes.add(
                    required
                            ? Rendering.change(
                                    new SetDomainNotNull(name, true),
                                    "Fails while a column of the domain %s holds NULL.".formatted(name))
                            : Rendering.change(new SetDomainNotNull(name, false)));
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return !ColumnTypes.differ(before, after);
    }

    private static CreateDomain creation(SchemaObject object) {
        return new CreateDomain(
                Naming.name(object.key()),
                new Type(object.get("type")),
                object.find("collation").map(QuotedName::qualified).orElse(null),
                object.find("default").map(Sql::new).orElse(null),
                object.has("not null"),
                List.of());
    }
}
