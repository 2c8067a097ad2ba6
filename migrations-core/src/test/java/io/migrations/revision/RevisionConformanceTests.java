/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.migrations.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every command against what Alembic itself did in the same place.
 *
 * <p>{@code -Dmigrations.test.revision-cases=<file>} runs another file of the same form.
 */
class RevisionConformanceTests {

    /** Where Alembic is believed to be wrong, and why. None of the cases kept with the tests is among these. */
    private static final Map<String, Predicate<RevisionCase>> DEVIATIONS = Map.of(
            "A revision whose id or label means something else as a target could not be named, so it is refused.",
            given -> given.revisions().stream()
                    .flatMap(revision -> Stream.concat(Stream.of(revision.id()), revision.labels().stream()))
                    .anyMatch(Set.of("head", "heads", "base", "current")::contains),
            "Whatever follows the number of a count is more likely a slip than to be ignored.",
            given -> RevisionCase.texts(given.target()).stream().anyMatch(text -> text.matches(".*[+-]\\d+[^\\d:@].*")),
            "Alembic's 'stamp heads' forgets a recorded head when another has to move; a head stays recorded here.",
            RevisionConformanceTests::forgetsHead);

    private static final Set<String> ERRORS = ErrorKind.all();

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.migrations.revision.RevisionCase#all")
    void doesWhatAlembicDoes(RevisionCase given) {
        DEVIATIONS.forEach((reason, applies) -> assumeFalse(applies.test(given), reason));
        try {
            if (given.expected().has("error")) {
                fails(given);
            } else {
                succeeds(given);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("%s: %s".formatted(given, e.getMessage()), e);
        }
    }

    private static boolean forgetsHead(RevisionCase given) {
        if (!given.operation().equals("stamp") || given.expected().has("error")) {
            return false;
        }
        Set<String> forgotten = new HashSet<>(given.recorded());
        forgotten.retainAll(ids(given.graph().realHeads()));
        forgotten.removeAll(texts(given.expected(), "heads_after"));
        return !forgotten.isEmpty() && RevisionCase.texts(given.target()).equals(List.of("heads"));
    }

    private static void fails(RevisionCase given) {
        Throwable error = catchThrowable(() -> run(given));
        String kind = given.expected().path("error").asString();

        assertThat(error).as("an error, %s", kind).isInstanceOf(MigrationException.class);
        // A kind this test has no name for is an error all the same.
        if (ERRORS.contains(kind)) {
            assertThat(ErrorKind.of(error)).as(error.getMessage()).contains(kind);
        }
        Set<String> names = Set.copyOf(RevisionCase.texts(given.expected().path("names")));
        if (!names.isEmpty() && error instanceof InvalidGraphException invalid) {
            assertThat(ErrorKind.names(invalid)).as(error.getMessage()).containsAll(names);
        }
    }

    private static void run(RevisionCase given) {
        switch (given.operation()) {
            case "upgrade" -> given.planner().upgrade(given.targets());
            case "downgrade" -> given.planner().downgrade(given.targets().get(0));
            case "stamp" -> given.planner().stamp(given.targets());
            case "resolve" ->
                new Resolver(given.graph()).resolve(given.targets().get(0));
            case "history" -> history(given);
            case "revision", "merge" -> placement(given).in(given.graph());
            case "current", "check_heads" -> given.planner();
            case "load", "heads", "bases", "points", "labels" -> given.graph();
            default -> fail("No operation '%s'", given.operation());
        }
    }

    private static void succeeds(RevisionCase given) {
        JsonNode expected = given.expected();
        switch (given.operation()) {
            case "upgrade" -> matches(given, given.planner().upgrade(given.targets()));
            case "downgrade" ->
                matches(given, given.planner().downgrade(given.targets().get(0)));
            case "stamp" -> {
                Stamp stamp = given.planner().stamp(given.targets());
                assertThat(stamp.headsAfter()).containsExactlyInAnyOrderElementsOf(texts(expected, "heads_after"));
            }
            case "resolve" ->
                sameSet(
                        expected,
                        "result",
                        ids(new Resolver(given.graph()).resolve(given.targets().get(0))));
            case "heads" -> {
                sameSet(expected, "result", ids(given.graph().heads()));
                sameSet(
                        expected,
                        "rows_when_all_applied",
                        given.graph().heads(given.graph().ids()));
                sameSet(expected, "rows_when_all_applied", ids(given.graph().realHeads()));
            }
            case "bases" -> sameSet(expected, "result", ids(given.graph().bases()));
            case "points" -> {
                sameSet(expected, "branchpoints", ids(given.graph().branchPoints()));
                sameSet(expected, "mergepoints", ids(given.graph().mergePoints()));
                sameSet(expected, "effective_heads", ids(given.graph().effectiveHeads()));
            }
            case "labels" -> labels(given);
            case "current" -> {
                RevisionGraph graph = given.graph();
                Set<String> applied = graph.ancestors(new Names(graph).exactly(given.recorded()));
                sameSet(expected, "result", ids(graph.tips(applied)));
            }
            case "check_heads" ->
                assertThat(Set.copyOf(ids(given.graph().realHeads())).equals(Set.copyOf(given.recorded())))
                        .isEqualTo(expected.path("result").path(0).asBoolean());
            case "load" -> {
                Set<String> keys = new TreeSet<>(given.graph().ids());
                keys.addAll(given.graph().labels());
                sameSet(expected, "result", keys);
            }
            case "history" -> {
                List<String> oldestFirst = new ArrayList<>(ids(history(given)));
                Collections.reverse(oldestFirst);
                List<String> expectedFirst = new ArrayList<>(texts(expected, "result"));
                Collections.reverse(expectedFirst);
                inLegalOrder(given, oldestFirst, expectedFirst);
            }
            case "revision", "merge" -> {
                NewRevision placed = placement(given).in(given.graph());
                sameSet(expected, "down", placed.parents());
                sameSet(expected, "depends", placed.dependencies());
                sameSet(expected, "labels", placed.labels());
            }
            default -> fail("No operation '%s'", given.operation());
        }
    }

    private static void matches(RevisionCase given, Plan plan) {
        List<String> steps =
                new ArrayList<>(ids(plan.steps().stream().map(Step::revision).toList()));
        List<String> expected = new ArrayList<>(texts(given.expected(), "steps"));
        if (plan.direction() == Direction.DOWNGRADE) {
            Collections.reverse(steps);
            Collections.reverse(expected);
        }
        inLegalOrder(given, steps, expected);
        sameSet(given.expected(), "heads_after", plan.headsAfter());
    }

    /** Both oldest first: the same revisions, in the same order where there is but one, else in any that runs. */
    private static void inLegalOrder(RevisionCase given, List<String> actual, List<String> expected) {
        if (given.expected().path("orderings").asString("exact").equals("exact")) {
            assertThat(actual).containsExactlyElementsOf(expected);
            return;
        }
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        RevisionGraph graph = given.graph();
        Set<String> done = new HashSet<>();
        for (String id : actual) {
            Set<String> before = new HashSet<>(graph.predecessors(graph.find(id).orElseThrow()));
            before.retainAll(actual);
            assertThat(done).as("what comes before '%s'", id).containsAll(before);
            done.add(id);
        }
    }

    private static void labels(RevisionCase given) {
        RevisionGraph graph = given.graph();
        given.expected()
                .path("result")
                .propertyStream()
                .forEach(entry -> assertThat(
                                graph.labels(graph.find(entry.getKey()).orElseThrow()))
                        .as(entry.getKey())
                        .containsExactlyInAnyOrderElementsOf(RevisionCase.texts(entry.getValue())));
    }

    private static List<Revision> history(RevisionCase given) {
        List<String> range = RevisionCase.texts(given.target());
        return new Resolver(given.graph(), given.recorded())
                .between(range.isEmpty() ? Range.ALL : Range.parse(range.get(0)));
    }

    private static Placement placement(RevisionCase given) {
        JsonNode arguments = given.arguments();
        List<String> heads = new ArrayList<>(texts(arguments, "head"));
        heads.addAll(texts(arguments, "revisions"));
        List<String> id = texts(arguments, "rev_id");
        return new Placement(
                heads.isEmpty() ? List.of(Target.HEAD) : Target.parseAll(heads),
                arguments.path("splice").asBoolean(false),
                texts(arguments, "branch_label"),
                texts(arguments, "depends_on"),
                id.isEmpty() ? null : id.get(0));
    }

    private static List<String> texts(JsonNode json, String field) {
        return RevisionCase.texts(json.path(field));
    }

    private static void sameSet(JsonNode expected, String field, Collection<String> actual) {
        if (expected.has(field)) {
            assertThat(actual).as(field).containsExactlyInAnyOrderElementsOf(texts(expected, field));
        }
    }

    private static List<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
