/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.EnumMap;
import java.util.Map;

/** The rendering of each kind. */
final class Renderings {

    private final Map<SchemaKind, Rendering> byKind = new EnumMap<>(SchemaKind.class);

    Renderings(Sides sides) {
        int version = sides.to().majorVersion();
        Rendering defined = new DefinedRendering();
        for (SchemaKind kind : SchemaKind.values()) {
            byKind.put(kind, defined);
        }
        byKind.put(SchemaKind.SCHEMA, new SchemaRendering());
        byKind.put(SchemaKind.EXTENSION, new SchemaRendering());
        byKind.put(SchemaKind.ENUM, new EnumRendering());
        byKind.put(SchemaKind.DOMAIN, new DomainRendering());
        byKind.put(SchemaKind.DOMAIN_CONSTRAINT, new DomainConstraintRendering());
        byKind.put(SchemaKind.COMPOSITE, new CompositeRendering());
        byKind.put(SchemaKind.SEQUENCE, new SequenceRendering());
        byKind.put(SchemaKind.TABLE, new TableRendering());
        byKind.put(SchemaKind.COLUMN, new ColumnRendering(sides));
        byKind.put(SchemaKind.DEFAULT, new DefaultRendering(sides.parents()));
        byKind.put(SchemaKind.CONSTRAINT, new ConstraintRendering(sides));
        byKind.put(SchemaKind.INDEX, new IndexRendering());
        byKind.put(SchemaKind.VIEW, new ViewRendering());
        byKind.put(SchemaKind.VIEW_COLUMN, new ViewColumnRendering(sides.from()));
        byKind.put(SchemaKind.MATERIALIZED_VIEW, new MaterializedViewRendering());
        byKind.put(SchemaKind.FUNCTION, new RoutineRendering());
        byKind.put(SchemaKind.PROCEDURE, new RoutineRendering());
        byKind.put(SchemaKind.TRIGGER, new TriggerRendering());
        byKind.put(SchemaKind.POLICY, new PolicyRendering());
        byKind.put(SchemaKind.DEFAULT_PRIVILEGES, new DefaultPrivilegesRendering(version));
    }

    Rendering of(ObjectKey key) {
        Rendering rendering = byKind.get(key.kind());
        if (rendering == null) {
            throw new IllegalStateException("Nothing renders " + key);
        }
        return rendering;
    }

    boolean isAlterable(SchemaObject before, SchemaObject after) {
        return Annotations.areAllThatDiffers(before, after) || of(after.key()).isAlterable(before, after);
    }
}
