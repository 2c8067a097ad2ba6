/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.schema.ObjectFilter;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.Rename;
import io.migrations.schema.RenameCandidates;
import io.migrations.schema.SchemaDifference;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotComparison;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Derives the revisions between what the migrations produce and what is wanted: Alembic's autogenerate. Both sides are
 * made in a scratch database and read back, and what is derived is run there in both directions before anybody sees it.
 * The application's own database is not looked at.
 */
public final class Autogeneration {

    private static final List<String> HEADS = List.of("heads");

    private final Migrator migrator;
    private final ScratchSource scratch;
    private final ObjectFilter filter;
    private final RenameDecision renaming;
    private final boolean dropsUnknown;
    private final boolean online;

    private Autogeneration(
            Migrator migrator,
            ScratchSource scratch,
            ObjectFilter filter,
            RenameDecision renaming,
            boolean dropsUnknown,
            boolean online) {
        this.migrator = migrator;
        this.scratch = scratch;
        this.filter = filter;
        this.renaming = renaming;
        this.dropsUnknown = dropsUnknown;
        this.online = online;
    }

    /** For the revisions of a migrator, all of them. */
    public static Autogeneration of(Migrator migrator, ScratchSource scratch) {
        // The first revision of all is derived where there is none.
        return new Autogeneration(
                migrator.orWithoutScripts(), scratch, ObjectFilter.everything(), RenameDecision.none(), false, false);
    }

    /** The same about a part of the schema. */
    public Autogeneration about(ObjectFilter part) {
        return new Autogeneration(migrator, scratch, part, renaming, dropsUnknown, online);
    }

    /** The same, where somebody says what was renamed. */
    public Autogeneration renaming(RenameDecision decision) {
        return new Autogeneration(migrator, scratch, filter, decision, dropsUnknown, online);
    }

    /** The same, which drops the tables that the model does not know. */
    public Autogeneration droppingUnknownTables(boolean yes) {
        return new Autogeneration(migrator, scratch, filter, renaming, yes, online);
    }

    /** The same in steps that let others write meanwhile: revisions of their own for indexes and for looking at rows. */
    public Autogeneration online(boolean yes) {
        return new Autogeneration(migrator, scratch, filter, renaming, dropsUnknown, yes);
    }

    /**
     * What would make the migrations produce a model.
     *
     * @throws InvalidSchemaModelException where the model cannot be had
     * @throws RebuildFailedException where a revision fails in the scratch database
     * @throws UnprovenDifferenceException where what was derived does not do in the scratch database what it is for
     */
    public Proposal towards(SchemaModel model) {
        List<ModelStatement> statements = model.statements();
        try (ScratchDatabase database = open()) {
            Autogeneration about = aboutRevisions(database);
            return about.propose(database, about.sides(database, model, statements));
        }
    }

    /** What would make the migrations produce a schema that there is already, such as that of a live database. */
    public Proposal towards(Snapshot schema) {
        try (ScratchDatabase database = open()) {
            Autogeneration about = aboutRevisions(database);
            return about.propose(database, WantedSchema.exactly(about.made(database), about.filter.apply(schema)));
        }
    }

    /** What the migrations produce and a model does not have, and what it has that they do not produce. */
    public SnapshotComparison difference(SchemaModel model) {
        List<ModelStatement> statements = model.statements();
        try (ScratchDatabase database = open()) {
            Autogeneration about = aboutRevisions(database);
            WantedSchema sides = about.sides(database, model, statements);
            Snapshot made = new Trial(database, migrator, about.filter).likened(sides.wanted(), sides.made());
            return SnapshotComparison.of(made, sides.wanted());
        }
    }

    /** Both sides; the scratch database then has what the migrations make. */
    private WantedSchema sides(ScratchDatabase database, SchemaModel model, List<ModelStatement> statements) {
        var schema = new ModelSchema(database, migrator, statements);
        if (model.isComplete()) {
            Snapshot said = filter.apply(schema.made());
            database.clear();
            return WantedSchema.complete(made(database), said, dropsUnknown);
        }
        Snapshot made = made(database);
        database.clear();
        Snapshot said = filter.apply(schema.madeBeside(made));
        database.clear();
        made(database);
        return WantedSchema.partial(made, said, model.isRough(), dropsUnknown);
    }

    private ScratchDatabase open() {
        return scratch.apartFrom(migrator.dataSource()).open(migrator.settings().role());
    }

    /** The same about what revisions are for: what repeatable scripts make is changed in these. */
    private Autogeneration aboutRevisions(ScratchDatabase database) {
        if (migrator.scripts().repeatables().isEmpty()) {
            return this;
        }
        Set<ObjectKey> repeatable =
                new HashSet<>(Rebuild.in(database).of(migrator, HEADS).objects().keySet());
        database.clear();
        repeatable.removeAll(
                Rebuild.in(database).ofRevisions(migrator, HEADS).objects().keySet());
        database.clear();
        return about(filter.and(key -> !repeatable.contains(key)));
    }

    private Snapshot made(ScratchDatabase database) {
        Snapshot made = Rebuild.in(database).ofRevisions(migrator, HEADS);
        // Rows of revisions that seed some are not those of any database that this is for.
        new Trial(database, migrator, filter).empty(made);
        return filter.apply(made);
    }

    private Proposal propose(ScratchDatabase database, WantedSchema sides) {
        var trial = new Trial(database, migrator, filter);
        Snapshot made = sides.made();
        // What stays unless asked for may have been renamed all the same.
        List<Rename> candidates = RenameCandidates.between(made, sides.bare());
        List<Rename> renames = renaming.decide(candidates, made);
        Snapshot renamed = renames.isEmpty() ? made : trial.run("Renaming", Proof.renaming(renames), true);
        boolean isTableRenamed =
                renames.stream().anyMatch(rename -> rename.object().kind() == SchemaKind.TABLE);
        WantedSchema now = isTableRenamed ? sides.onceRenamed(renamed) : sides;
        Snapshot wanted = now.wanted();
        SchemaDifference difference = SchemaDifference.between(trial.likened(wanted, renamed), wanted);
        List<Rename> offered = candidates.stream()
                .filter(candidate -> !renames.contains(candidate))
                .toList();
        if (difference.isEmpty() && renames.isEmpty()) {
            return new Proposal(List.of(), renames, offered, now.leftAlone());
        }
        List<PlannedRevision> planned = PlannedRevision.of(difference, renames, offered, online ? made : null);
        List<GeneratedRevision> proven = new Proof(trial, renames).of(made, renamed, planned, wanted);
        return new Proposal(proven, renames, offered, now.leftAlone());
    }
}
