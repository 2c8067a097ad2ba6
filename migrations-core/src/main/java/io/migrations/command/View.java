/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.MigrationStatus;
import io.migrations.engine.Migrator;
import io.migrations.engine.RevisionState;
import io.migrations.engine.RevisionStatus;
import io.migrations.revision.Resolver;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The revisions as a command shows them: those of the build, and where the database was asked, those it has besides and
 * what it says of each. Immutable.
 */
final class View {

    private final ScriptDirectory scripts;
    private final RevisionGraph graph;
    private final @Nullable MigrationStatus status;
    private final Set<String> heads;
    private final Set<String> effectiveHeads;

    private View(ScriptDirectory scripts, RevisionGraph graph, @Nullable MigrationStatus status) {
        this.scripts = scripts;
        this.graph = graph;
        this.status = status;
        this.heads = ids(scripts.graph().heads());
        this.effectiveHeads = ids(scripts.graph().effectiveHeads());
    }

    /** The build alone; takes no connection. */
    static View ofBuild(Migrator migrator) {
        ScriptDirectory scripts = migrator.scripts();
        return new View(scripts, scripts.graph(), null);
    }

    /** The build and the database. */
    static View ofDatabase(Migrator migrator) {
        MigrationStatus status = migrator.status();
        List<Revision> all =
                status.revisions().stream().map(RevisionStatus::revision).toList();
        return new View(migrator.scripts(), RevisionGraph.of(all), status);
    }

    /** The build, and the database where a command was told to ask it. */
    static View of(Migrator migrator, boolean withDatabase) {
        return withDatabase ? ofDatabase(migrator) : ofBuild(migrator);
    }

    RevisionGraph graph() {
        return graph;
    }

    RevisionGraph build() {
        return scripts.graph();
    }

    boolean hasDatabase() {
        return status != null;
    }

    /** What the database says, in a view that has one. */
    MigrationStatus status() {
        if (status == null) {
            throw new IllegalStateException("The database was not asked.");
        }
        return status;
    }

    /** Finds what is typed; {@code current} only in a view with a database. */
    Resolver resolver() {
        return status == null ? new Resolver(graph) : new Resolver(graph, status.databaseHeads());
    }

    Optional<RevisionStatus> status(Revision revision) {
        return status == null ? Optional.empty() : status.find(revision.id());
    }

    Optional<ScriptedRevision> script(Revision revision) {
        return scripts.find(revision.id());
    }

    boolean isHead(Revision revision) {
        return heads.contains(revision.id());
    }

    boolean isEffectiveHead(Revision revision) {
        return effectiveHeads.contains(revision.id());
    }

    boolean isBranchPoint(Revision revision) {
        return graph.children(revision).size() > 1;
    }

    boolean isCurrent(Revision revision) {
        return status != null && status.databaseHeads().contains(revision.id());
    }

    boolean isPending(Revision revision) {
        return status(revision).filter(known -> known.appliedAt() == null).isPresent();
    }

    boolean isUnknown(Revision revision) {
        return status(revision)
                .filter(known -> known.state() == RevisionState.UNKNOWN)
                .isPresent();
    }

    /** The tips of what is applied: the heads of the database, and the ends of lines applied for others' sake. */
    List<Revision> tips() {
        return graph.tips(applied());
    }

    Set<String> applied() {
        return status().revisions().stream()
                .filter(revision -> revision.appliedAt() != null)
                .map(revision -> revision.revision().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What a revision is to the graph and to the database, in the order and the words of Alembic. */
    List<String> marks(Revision revision) {
        List<String> marks = new ArrayList<>(headMarks(revision));
        if (isCurrent(revision)) {
            marks.add("(current)");
        }
        if (isBranchPoint(revision)) {
            marks.add("(branchpoint)");
        }
        if (revision.isMerge()) {
            marks.add("(mergepoint)");
        }
        return marks;
    }

    /** Whether it is a head, or that this build has no such revision. */
    List<String> headMarks(Revision revision) {
        if (isUnknown(revision)) {
            return List.of("(not in this build)");
        }
        if (isHead(revision)) {
            return List.of(isEffectiveHead(revision) ? "(effective head)" : "(head)");
        }
        return List.of();
    }

    private static Set<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toUnmodifiableSet());
    }
}
