/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static io.migrations.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDrawingTests {

    private static String drawn(String... edges) {
        return String.join("\n", GraphDrawing.of(graph(edges), Revision::id));
    }

    @Test
    void anEmptyGraphIsNoLine() {
        assertThat(GraphDrawing.of(RevisionGraph.of(List.of()), Revision::id)).isEmpty();
    }

    @Test
    void aChainIsAColumn() {
        assertThat(drawn("a", "a->b", "b->c")).isEqualTo("""
                * c
                * b
                * a""");
    }

    @Test
    void twoBranchesMeetWhereTheyBegan() {
        assertThat(drawn("a", "a->b", "a->c")).isEqualTo("""
                * c
                | * b
                |/
                * a""");
    }

    @Test
    void aMergeShowsItsLastParentFirst() {
        assertThat(drawn("a", "a->b", "a->c", "b,c->m", "m->d")).isEqualTo("""
                * d
                *   m
                |\\
                | * c
                * | b
                |/
                * a""");
    }

    @Test
    void anOctopusSpreadsItsArms() {
        assertThat(drawn("a", "a->b", "a->c", "a->d", "a->e", "b,c,d,e->m", "a->f"))
                .isEqualTo("""
                * f
                | *---.   m
                | |\\ \\ \\
                | | | | * e
                | |_|_|/
                |/| | |
                | | | * d
                | |_|/
                |/| |
                | | * c
                | |/
                |/|
                | * b
                |/
                * a""");
    }

    @Test
    void anOctopusLeftOfOthersMakesRoomFirst() {
        assertThat(drawn("a", "a->b", "a->c", "a->d", "b,c,d->m", "a->x", "m,x->o"))
                .isEqualTo("""
                *   o
                |\\
                | * x
                |  \\
                *-. |   m
                |\\ \\ \\
                | | * | d
                | | |/
                | * | c
                | |/
                * | b
                |/
                * a""");
    }

    @Test
    void linesCrossInACrissCross() {
        assertThat(drawn("a", "a->b", "a->c", "b,c->d", "b,c->e")).isEqualTo("""
                *   e
                |\\
                | | *   d
                | | |\\
                | |/ /
                |/| /
                | |/
                | * c
                * | b
                |/
                * a""");
    }

    @Test
    void basesThatMeetInAMergeEndWhereTheyBegan() {
        assertThat(drawn("a", "b", "c", "c->d", "b->e", "a,d->m")).isEqualTo("""
                *   m
                |\\
                | * d
                | * c
                * a

                * e
                * b""");
    }

    @Test
    void manyBranchesOfOneRevisionStayNarrow() {
        assertThat(drawn("a", "a->b", "a->c", "a->d", "a->e")).isEqualTo("""
                * e
                | * d
                |/
                | * c
                |/
                | * b
                |/
                * a""");
    }

    @Test
    void aRevisionStandsAboveWhatItDependsOn() {
        assertThat(drawn("a", "b after a", "c", "b->d", "c->e after d")).isEqualTo("""
                * e
                * c

                * d
                * b

                * a""");
    }

    @Test
    void aLongTextIsCutAtTheEightiethColumn() {
        List<String> lines =
                GraphDrawing.of(graph("a", "a->b", "a->c", "b,c->m"), revision -> revision.id() + " word".repeat(30));

        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).hasSize(80).startsWith("*   m word word").endsWith(" w...");
    }

    @Test
    void aDrawingTooWideForTextStillNamesItsRevisions() {
        String[] edges = Stream.concat(
                        IntStream.rangeClosed(1, 50).mapToObj(i -> "r" + i),
                        Stream.of(IntStream.rangeClosed(1, 50)
                                .mapToObj(i -> "r" + i)
                                .collect(Collectors.joining(",", "", "->m"))))
                .toArray(String[]::new);

        assertThat(drawn(edges)).contains(".   m\n").contains("* r50\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void theLinesOfRandomGraphsLeadFromEachRevisionToItsParents(int mostParents) {
        var random = new Random(mostParents);
        for (int i = 0; i < 2_000; i++) {
            RevisionGraph graph = random(random, 1 + random.nextInt(30), mostParents);
            List<String> lines = GraphDrawing.of(graph, Revision::id);

            Map<String, Set<String>> parents = new LinkedHashMap<>();
            graph.revisions().forEach(revision -> parents.put(revision.id(), Set.copyOf(revision.parents())));
            assertThat(DrawnEdges.of(lines)).as(String.join("\n", lines)).isEqualTo(parents);
            assertThat(lines).noneMatch(line -> line.endsWith(" "));
        }
    }

    private static RevisionGraph random(Random random, int size, int mostParents) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> parents = new LinkedHashSet<>();
            int count = random.nextInt(mostParents + 1);
            for (int parent = 0; parent < count && i > 0; parent++) {
                // Near ones more often, so that chains and late joins both occur.
                int back = 1 + (int) (Math.pow(random.nextDouble(), 3) * i);
                parents.add("r" + Math.max(0, i - back));
            }
            revisions.add(new Revision("r" + i, List.copyOf(parents), List.of(), Set.of(), "", ""));
        }
        return RevisionGraph.of(revisions);
    }
}
