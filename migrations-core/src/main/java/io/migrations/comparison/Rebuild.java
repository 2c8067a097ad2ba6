/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import io.migrations.engine.AppliedScripts;
import io.migrations.engine.Migrator;
import io.migrations.schema.Snapshot;
import io.migrations.script.ScriptDirectory;
import java.util.List;

/** Builds in a scratch database what migrations make, with the ordinary migrator, and reads what that is. */
public final class Rebuild {

    private final ScratchDatabase database;

    private Rebuild(ScratchDatabase database) {
        this.database = database;
    }

    /** In a database that is empty. */
    public static Rebuild in(ScratchDatabase database) {
        return new Rebuild(database);
    }

    /**
     * What this build's revisions make of an empty database, with the repeatable scripts and the hooks that such an upgrade runs.
     *
     * @throws RebuildFailedException where something of it fails
     */
    public Snapshot of(Migrator migrator, List<String> targets) {
        return run(migrator.on(database.dataSource(), scripts -> scripts), targets);
    }

    /**
     * The same without repeatable scripts.
     *
     * @throws RebuildFailedException where something of it fails
     */
    public Snapshot ofRevisions(Migrator migrator, List<String> targets) {
        return run(migrator.on(database.dataSource(), ScriptDirectory::withoutRepeatables), targets);
    }

    /**
     * What exactly that makes which is applied to the migrator's database, each revision as it ran there.
     *
     * @throws LostScriptsException where that cannot be told
     * @throws RebuildFailedException where something of it fails
     */
    public Snapshot ofApplied(Migrator migrator) {
        AppliedScripts applied = migrator.appliedScripts();
        if (!applied.lost().isEmpty()) {
            throw new LostScriptsException(applied.lost());
        }
        Migrator scratch =
                migrator.on(database.dataSource(), scripts -> scripts.with(applied.revisions(), applied.repeatables()));
        return run(scratch, List.of("heads"));
    }

    private Snapshot run(Migrator scratch, List<String> targets) {
        try {
            createHistory(scratch);
            if (!scratch.scripts().graph().ids().isEmpty()) {
                scratch.upgrade(targets);
            }
            return scratch.schema().snapshot();
        } catch (MigrationException exception) {
            throw new RebuildFailedException(database.name(), exception);
        }
    }

    /** Makes the history's tables with nothing in them, so that their schema is part of what was there before. */
    static void createHistory(Migrator scratch) {
        if (!scratch.status().databaseHeads().isEmpty()) {
            throw new IllegalStateException("A database that revisions are applied in is no scratch database.");
        }
        List<String> base = List.of("base");
        scratch.stamp(base, false, scratch.planStamp(base, false));
    }
}
