/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What revisions are called: by their id, by a branch label they state, or by the first characters of either. */
final class Names {

    /** Alembic's rule: a name of up to three characters is only ever meant in full. */
    private static final int LONGEST_NEVER_SHORTENED = 3;

    private static final int MOST_SUGGESTED = 3;
    private static final int MOST_EDITS = 2;

    private final RevisionGraph graph;

    Names(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * The revisions with these ids, as a database records them: in full.
     *
     * @throws UnknownRevisionException for an id that is not in the graph
     */
    List<Revision> exactly(Collection<String> ids) {
        return ids.stream()
                .map(id -> graph.find(id).orElseThrow(() -> unknown(id)))
                .toList();
    }

    /**
     * The revision with this name.
     *
     * @throws UnknownRevisionException if there is none
     * @throws InvalidTargetException if there are several
     */
    Revision find(String name) {
        return find(name, graph.ids());
    }

    /** As {@link #find(String)}, where a shortened name means only these revisions. */
    Revision find(String name, Set<String> candidates) {
        return graph.findByIdOrLabel(name).orElseGet(() -> beginningWith(name, candidates));
    }

    private Revision beginningWith(String start, Set<String> candidates) {
        List<String> names = all().filter(name -> name.length() > LONGEST_NEVER_SHORTENED && name.startsWith(start))
                .filter(name -> candidates.contains(named(name).id()))
                .toList();
        if (names.isEmpty()) {
            throw unknown(start);
        }
        if (names.size() > 1) {
            throw new InvalidTargetException(
                    start,
                    Reason.SEVERAL_MATCH,
                    "'%s' is ambiguous, %d names begin with it: %s. Type more of the one that you mean."
                            .formatted(
                                    start,
                                    names.size(),
                                    Quoted.withSources(new LinkedHashSet<>(
                                            names.stream().map(this::named).toList()))));
        }
        return named(names.get(0));
    }

    private Revision named(String name) {
        return graph.findByIdOrLabel(name).orElseThrow();
    }

    private Stream<String> all() {
        return Stream.concat(graph.ids().stream(), graph.labels().stream());
    }

    UnknownRevisionException unknown(String name) {
        List<String> heads = graph.heads().stream().map(Revision::id).toList();
        return new UnknownRevisionException(name, heads, similarTo(name));
    }

    private List<String> similarTo(String name) {
        record Candidate(String name, int edits) {}
        List<Candidate> candidates = new ArrayList<>();
        all().forEach(other -> {
            int edits = edits(name, other);
            if (edits <= MOST_EDITS && edits < other.length()) {
                candidates.add(new Candidate(other, edits));
            }
        });
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::edits))
                .limit(MOST_SUGGESTED)
                .map(Candidate::name)
                .toList();
    }

    /** The Levenshtein distance of two names, or anything above the most that interests. */
    private static int edits(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_EDITS) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
