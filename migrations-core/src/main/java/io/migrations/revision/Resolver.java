/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that targets mean. The rules are Alembic's. */
public final class Resolver {

    private final RevisionGraph graph;
    private final Names names;
    private final @Nullable List<Revision> current;

    /** Resolves without a database: {@code current} means nothing. */
    public Resolver(RevisionGraph graph) {
        this(graph, null, new Names(graph));
    }

    /**
     * Resolves against a database that has these heads.
     *
     * @throws UnknownRevisionException for a head that the graph does not have
     */
    public Resolver(RevisionGraph graph, Collection<String> currentHeads) {
        this(graph, new Names(graph).exactly(currentHeads), new Names(graph));
    }

    private Resolver(RevisionGraph graph, @Nullable List<Revision> current, Names names) {
        this.graph = graph;
        this.current = current;
        this.names = names;
    }

    /**
     * The revisions a target means: none for {@code base}, several for {@code heads}. A count without a word starts at
     * the current heads upwards, and at the heads of the graph downwards.
     *
     * @throws UnknownRevisionException for a name that nothing answers to
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws InvalidTargetException for what is ambiguous, or does not belong to its branch
     */
    public List<Revision> resolve(Target typed) {
        Target target = asLabelled(typed);
        if (!target.isRelative()) {
            return absolute(target);
        }
        if (target.isRelativeToCurrent()) {
            return target.steps() < 0 ? belowHeads(target) : List.of(aboveCurrent(target));
        }
        Revision counted = counted(target, false);
        return counted == null ? List.of() : List.of(counted);
    }

    /**
     * The one revision a target means.
     *
     * @throws InvalidTargetException for {@code base}
     */
    public Revision one(Target target) {
        Revision revision = single(target);
        if (revision == null) {
            throw new InvalidTargetException(
                    target.text(),
                    Reason.NOT_TAKEN_HERE,
                    "'%s' is no revision; name one of them, the heads are %s."
                            .formatted(target, Quoted.list(ids(graph.heads()))));
        }
        return revision;
    }

    /** The one revision a target means, or null for {@code base}. */
    @Nullable Revision single(Target target) {
        List<Revision> revisions = resolve(target);
        if (revisions.size() > 1) {
            throw new MultipleHeadsException(target.text(), revisions);
        }
        return revisions.isEmpty() ? null : revisions.get(0);
    }

    /**
     * The heads that a database is said to have, for a script that is written without one: {@code from} of a range
     * {@code from:to}.
     */
    public List<String> recordedHeads(@Nullable Target from) {
        return from == null ? List.of() : ids(resolve(from));
    }

    /** The revisions of a range, newest first, as Alembic's {@code history -r} lists them. */
    public List<Revision> between(Range range) {
        return new RangeSelection(graph, this, range).revisions();
    }

    /** The revision that a label or id before an {@code @} means. */
    Revision branch(String name) {
        return names.find(name);
    }

    /** The ids of the line that a target is narrowed to. */
    Set<String> lineage(Target target) {
        return target.branch() == null ? graph.ids() : graph.lineage(branch(target.branch()));
    }

    /** The place a count with a word comes to, or null for before the first revision. */
    @Nullable Revision counted(Target target, boolean stopsAtEnd) {
        var walk = new Walk(graph, target, stopsAtEnd);
        if (target.steps() > 0) {
            return walk.up(single(start(target, null)), target.steps(), lineage(target));
        }
        return walk.down(single(start(target, target.branch())), -target.steps());
    }

    private static Target start(Target target, @Nullable String branch) {
        String word = String.valueOf(target.word());
        return new Target(branch == null ? word : branch + "@" + word, branch, word, 0);
    }

    /** A label may end in what looks like a count, such as {@code release-2}; it is then a label. */
    Target asLabelled(Target target) {
        String rest = target.text().substring(target.text().indexOf('@') + 1);
        return target.isRelative() && graph.labels().contains(rest)
                ? new Target(target.text(), target.branch(), rest, 0)
                : target;
    }

    private List<Revision> absolute(Target target) {
        Set<String> lineage = lineage(target);
        String word = String.valueOf(target.word());
        return switch (word) {
            case "base" -> List.of();
            case "heads" -> target.branch() == null ? graph.realHeads() : within(lineage, graph.heads());
            case "head" -> head(target, within(lineage, graph.heads()));
            case "current" -> within(lineage, current(target));
            default -> List.of(member(target, names.find(word, lineage), lineage));
        };
    }

    private static List<Revision> head(Target target, List<Revision> heads) {
        if (heads.size() > 1) {
            throw new MultipleHeadsException(target.text(), heads);
        }
        return heads;
    }

    private Revision member(Target target, Revision revision, Set<String> lineage) {
        if (lineage.contains(revision.id())) {
            return revision;
        }
        throw new InvalidTargetException(
                target.text(),
                Reason.NOT_IN_BRANCH,
                "Revision '%s' does not belong to branch '%s', whose heads are %s."
                        .formatted(revision.id(), target.branch(), Quoted.withSources(within(lineage, graph.heads()))));
    }

    private List<Revision> current(Target target) {
        if (current == null) {
            throw names.unknown(target.text());
        }
        return current;
    }

    private List<Revision> belowHeads(Target target) {
        var walk = new Walk(graph, target, false);
        return countedHeads(target).stream()
                .map(head -> walk.down(head, -target.steps()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The heads of the graph that a count such as {@code -1} goes down from. */
    List<Revision> countedHeads(Target target) {
        return graph.realHeads().stream()
                .filter(head -> target.branch() == null || graph.labels(head).contains(target.branch()))
                .toList();
    }

    private Revision aboveCurrent(Target target) {
        return new Recorded(graph, this, current(target)).above(target);
    }

    private static List<Revision> within(Set<String> lineage, List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> lineage.contains(revision.id()))
                .toList();
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
