/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What ids and branch labels may be, so that each can be typed as a target. */
final class Naming {

    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    /** What the target grammar uses for itself, as in Alembic. */
    private static final String RESERVED_IN_IDS = "@-+:";

    /** Alembic looks at no label; one with these could not be typed. */
    private static final String RESERVED_IN_LABELS = "@+:";

    private Naming() {}

    static Optional<GraphFault> faultOfId(Revision revision) {
        if (WORDS.contains(revision.id())) {
            return Optional.of(new GraphFault.ReservedName(revision, revision.id()));
        }
        OptionalInt illegal = first(revision.id(), RESERVED_IN_IDS);
        return illegal.isPresent()
                ? Optional.of(new GraphFault.IllegalId(revision, (char) illegal.getAsInt()))
                : Optional.empty();
    }

    static Optional<GraphFault> faultOfLabel(Revision revision, String label) {
        if (WORDS.contains(label)) {
            return Optional.of(new GraphFault.ReservedName(revision, label));
        }
        OptionalInt illegal = first(label, RESERVED_IN_LABELS);
        return illegal.isPresent()
                ? Optional.of(new GraphFault.IllegalLabel(revision, label, (char) illegal.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt first(String name, String reserved) {
        for (int i = 0; i < name.length(); i++) {
            if (reserved.indexOf(name.charAt(i)) >= 0) {
                return OptionalInt.of(name.charAt(i));
            }
        }
        return OptionalInt.empty();
    }
}
