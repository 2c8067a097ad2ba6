/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AlterSequence;
import io.migrations.operation.CreateSequence;
import io.migrations.operation.DropObject;
import io.migrations.operation.Name;
import io.migrations.operation.SequenceSettings;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.List;

/** Sequences, but for the column that owns one. */
final class SequenceRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        Name name = Naming.name(object.key());
        if (object.has("unlogged")) {
            String created = new CreateSequence(name, SequenceOptions.said(object), false)
                    .statements()
                    .get(0);
            return List.of(Rendering.sql(created.replaceFirst("CREATE SEQUENCE", "CREATE UNLOGGED SEQUENCE")));
        }
        return List.of(Rendering.change(new CreateSequence(name, SequenceOptions.said(object), false)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        Name name = Naming.name(object.key());
        return List.of(Rendering.change(
                DropObject.of(new CreateSequence(name, SequenceOptions.said(object), false)),
                "Data loss: how far the sequence %s had counted is gone.".formatted(name)));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        Name name = Naming.name(after.key());
        List<Change> changes = new ArrayList<>();
        changes.addAll(SequenceRange.of(before)
                .moving(
                        SequenceRange.of(after),
                        Literals.text(name.sql()),
                        "ALTER SEQUENCE " + name.sql().replace("%", "%%") + " MINVALUE %d MAXVALUE %d"));
        SequenceSettings changed = SequenceOptions.changed(before, after);
        if (!changed.equals(SequenceSettings.NONE)) {
            changes.add(Rendering.change(new AlterSequence(name, changed, SequenceSettings.NONE)));
        }
        if (before.has("unlogged") != after.has("unlogged")) {
            changes.add(Rendering.sql(
                    "ALTER SEQUENCE " + name.sql() + (after.has("unlogged") ? " SET UNLOGGED" : " SET LOGGED")));
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return true;
    }

    /** Gives the sequence to the column that is to own it, or to none. */
    static Change owned(SchemaObject sequence) {
        return Rendering.sql("ALTER SEQUENCE " + Naming.sql(sequence.key()) + " OWNED BY "
                + sequence.find("owned by").orElse("NONE"));
    }

    static Change disowned(SchemaObject sequence) {
        return Rendering.sql("ALTER SEQUENCE " + Naming.sql(sequence.key()) + " OWNED BY NONE");
    }
}
