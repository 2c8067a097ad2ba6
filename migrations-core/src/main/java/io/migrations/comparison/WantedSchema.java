/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.ObjectKey;
import io.migrations.schema.PartialModel;
import io.migrations.schema.Snapshot;
import io.migrations.schema.UnknownTables;
import java.util.List;
import java.util.function.Function;

/**
 * What the migrations make, and what they are to make.
 *
 * @param leftAlone the tables that the model does not know, and that stay
 */
record WantedSchema(
        Snapshot made, Snapshot wanted, List<String> leftAlone, Snapshot bare, Function<Snapshot, WantedSchema> again) {

    /** A schema that there is already: what it does not have is not wanted. */
    static WantedSchema exactly(Snapshot made, Snapshot schema) {
        return new WantedSchema(made, schema, List.of(), schema, renamed -> exactly(renamed, schema));
    }

    static WantedSchema complete(Snapshot made, Snapshot said, boolean dropsUnknown) {
        List<ObjectKey> unknown = dropsUnknown ? List.of() : UnknownTables.in(made, said);
        return new WantedSchema(
                made,
                UnknownTables.kept(made, said, unknown),
                names(unknown),
                said,
                renamed -> complete(renamed, said, dropsUnknown));
    }

    static WantedSchema partial(Snapshot made, Snapshot said, boolean isRough, boolean dropsUnknown) {
        List<ObjectKey> unknown = UnknownTables.in(made, said);
        Snapshot whole = PartialModel.over(made, said, isRough);
        Snapshot bare = UnknownTables.dropped(whole, unknown);
        return new WantedSchema(
                made,
                dropsUnknown ? bare : whole,
                dropsUnknown ? List.of() : names(unknown),
                bare,
                renamed -> partial(renamed, said, isRough, dropsUnknown));
    }

    /** Once tables are renamed: one that the model did not know is one that it knows then. */
    WantedSchema onceRenamed(Snapshot renamed) {
        return again.apply(renamed);
    }

    private static List<String> names(List<ObjectKey> tables) {
        return tables.stream().map(key -> key.schema() + "." + key.name()).toList();
    }
}
