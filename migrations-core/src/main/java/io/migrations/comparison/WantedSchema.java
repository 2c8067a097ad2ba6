/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.ObjectKey;
import io.migrations.schema.PartialModel;
import io.migrations.schema.Snapshot;
import io.migrations.schema.UnknownTables;
import java.util.List;

/**
 * What the migrations make, and what they are to make.
 *
 * @param leftAlone the tables that the model does not know, and that stay
 */
record WantedSchema(Snapshot made, Snapshot wanted, List<String> leftAlone) {

    static WantedSchema complete(Snapshot made, Snapshot said, boolean dropsUnknown) {
        List<ObjectKey> unknown = dropsUnknown ? List.of() : UnknownTables.in(made, said);
        return new WantedSchema(made, UnknownTables.kept(made, said, unknown), names(unknown));
    }

    static WantedSchema partial(Snapshot made, Snapshot said, boolean isRough, boolean dropsUnknown) {
        List<ObjectKey> unknown = UnknownTables.in(made, said);
        Snapshot wanted = PartialModel.over(made, said, isRough);
        return dropsUnknown
                ? new WantedSchema(made, UnknownTables.dropped(wanted, unknown), List.of())
                : new WantedSchema(made, wanted, names(unknown));
    }

    private static List<String> names(List<ObjectKey> tables) {
        return tables.stream().map(key -> key.schema() + "." + key.name()).toList();
    }
}
