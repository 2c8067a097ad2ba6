/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import java.util.List;

/** A database that was given for scratch work holds something of others, and would lose it. Nothing was changed. */
public final class ScratchNotEmptyException extends MigrationException {

    private static final int SHOWN = 10;

    private final String database;
    private final List<String> objects;

    ScratchNotEmptyException(String database, List<String> objects) {
        super("Database '%s' is no scratch database: it holds %s%s. Let 'migrations.scratch.url' name an empty one."
                .formatted(
                        database,
                        String.join(", ", objects.subList(0, Math.min(SHOWN, objects.size()))),
                        objects.size() > SHOWN ? " and %d more".formatted(objects.size() - SHOWN) : ""));
        this.database = database;
        this.objects = List.copyOf(objects);
    }

    public String database() {
        return database;
    }

    /** What it holds, as PostgreSQL describes it. */
    public List<String> objects() {
        return objects;
    }
}
