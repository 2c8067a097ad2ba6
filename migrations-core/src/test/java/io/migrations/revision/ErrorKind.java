/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the cases call an error, by the type of the fault and the fields it has. Some have several names in Alembic. */
final class ErrorKind {

    private static final Map<InvalidTargetException.Reason, Set<String>> TARGETS =
            new EnumMap<>(InvalidTargetException.Reason.class);

    private static final Map<InvalidPlacementException.Reason, Set<String>> PLACEMENTS =
            new EnumMap<>(InvalidPlacementException.Reason.class);

    /** Alembic does not tell an unknown name before the {@code @} from one after it in every command. */
    private static final Set<String> UNKNOWN = Set.of("unknown", "unknown-branch");

    static {
        TARGETS.put(InvalidTargetException.Reason.SYNTAX, Set.of("range-syntax", "syntax"));
        TARGETS.put(InvalidTargetException.Reason.NOT_TAKEN_HERE, Set.of("unknown"));
        TARGETS.put(InvalidTargetException.Reason.SEVERAL_MATCH, Set.of("ambiguous", "unknown-branch"));
        TARGETS.put(InvalidTargetException.Reason.NOT_IN_BRANCH, Set.of("not-in-branch", "not-a-member", "not-member"));
        TARGETS.put(InvalidTargetException.Reason.SEVERAL_STARTS, Set.of("ambiguous-relative"));
        TARGETS.put(InvalidTargetException.Reason.SEVERAL_WAYS, Set.of("ambiguous-walk"));
        TARGETS.put(InvalidTargetException.Reason.TOO_FAR, Set.of("relative-out-of-range"));
        TARGETS.put(InvalidTargetException.Reason.NOT_APPLIED, Set.of("not-ancestor"));
        TARGETS.put(InvalidTargetException.Reason.NOT_ON_ONE_LINE, Set.of("not-ancestor"));
        TARGETS.put(InvalidTargetException.Reason.OVERLAP, Set.of("overlap"));
        PLACEMENTS.put(InvalidPlacementException.Reason.NOT_A_HEAD, Set.of("splice-required"));
        PLACEMENTS.put(InvalidPlacementException.Reason.DUPLICATE_HEAD, Set.of("duplicate-heads"));
        PLACEMENTS.put(InvalidPlacementException.Reason.ILLEGAL_ID, Set.of("illegal-id"));
        PLACEMENTS.put(InvalidPlacementException.Reason.ID_TAKEN, Set.of("duplicate-revision"));
        PLACEMENTS.put(InvalidPlacementException.Reason.ILLEGAL_LABEL, Set.of("illegal-label"));
        PLACEMENTS.put(InvalidPlacementException.Reason.LABEL_TAKEN, Set.of("label-collision"));
    }

    private ErrorKind() {}

    static Set<String> of(Throwable error) {
        if (error instanceof InvalidTargetException invalid) {
            return TARGETS.get(invalid.reason());
        }
        if (error instanceof InvalidPlacementException invalid) {
            return PLACEMENTS.get(invalid.reason());
        }
        if (error instanceof UnknownRevisionException) {
            return UNKNOWN;
        }
        if (error instanceof MultipleHeadsException) {
            return Set.of("multiple-heads");
        }
        return error instanceof InvalidGraphException invalid
                ? invalid.faults().stream().flatMap(ErrorKind::of).collect(Collectors.toSet())
                : Set.of();
    }

    private static Stream<String> of(GraphFault fault) {
        if (fault instanceof GraphFault.Cycle cycle) {
            String prefix = cycle.throughDependency() ? "dependency-" : "";
            return cycle.isSelfLoop() ? Stream.of(prefix + "self-loop", prefix + "cycle") : Stream.of(prefix + "cycle");
        }
        if (fault instanceof GraphFault.MissingParent || fault instanceof GraphFault.MissingDependency) {
            return Stream.of("missing-revision");
        }
        if (fault instanceof GraphFault.DuplicateId) {
            return Stream.of("duplicate-revision");
        }
        if (fault instanceof GraphFault.LabelTaken) {
            return Stream.of("label-collision");
        }
        return Stream.of(fault instanceof GraphFault.IllegalLabel ? "illegal-label" : "illegal-id");
    }

    /** Every name that {@link #of(Throwable)} can give. */
    static Set<String> all() {
        Set<String> all = new HashSet<>(UNKNOWN);
        all.addAll(Set.of("multiple-heads", "cycle", "self-loop", "dependency-cycle", "dependency-self-loop"));
        all.addAll(Set.of("missing-revision", "duplicate-revision", "label-collision", "illegal-id"));
        TARGETS.values().forEach(all::addAll);
        PLACEMENTS.values().forEach(all::addAll);
        return all;
    }

    /** What a fault of a graph is about: ids and labels. */
    static Set<String> names(InvalidGraphException invalid) {
        Set<String> names = new HashSet<>();
        for (GraphFault fault : invalid.faults()) {
            names.add(fault.revision().id());
            if (fault instanceof GraphFault.Cycle cycle) {
                names.addAll(cycle.ids());
            } else if (fault instanceof GraphFault.MissingParent missing) {
                names.add(missing.parent());
            } else if (fault instanceof GraphFault.MissingDependency missing) {
                names.add(missing.dependency());
            } else if (fault instanceof GraphFault.LabelTaken taken) {
                names.add(taken.label());
                names.add(taken.first().id());
            }
        }
        return names;
    }
}
