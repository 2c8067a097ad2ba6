/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.Legible;
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

    /** No file name is longer, and a primary key of PostgreSQL takes it in any script. */
    private static final int LONGEST = 255;

    private Naming() {}

    static Optional<GraphFault> faultOfId(Revision revision) {
        if (WORDS.contains(revision.id())) {
            return Optional.of(new GraphFault.ReservedName(revision, revision.id()));
        }
        if (revision.id().isBlank()) {
            return Optional.of(new GraphFault.NoId(revision));
        }
        if (revision.id().length() > LONGEST) {
            return Optional.of(new GraphFault.TooLong(revision, revision.id(), LONGEST));
        }
        OptionalInt illegal = first(revision.id(), RESERVED_IN_IDS);
        return illegal.isPresent()
                ? Optional.of(new GraphFault.IllegalId(revision, illegal.getAsInt()))
                : Optional.empty();
    }

    static Optional<GraphFault> faultOfLabel(Revision revision, String label) {
        if (WORDS.contains(label)) {
            return Optional.of(new GraphFault.ReservedName(revision, label));
        }
        if (label.length() > LONGEST) {
            return Optional.of(new GraphFault.TooLong(revision, label, LONGEST));
        }
        OptionalInt illegal = first(label, RESERVED_IN_LABELS);
        return illegal.isPresent()
                ? Optional.of(new GraphFault.IllegalLabel(revision, label, illegal.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt first(String name, String reserved) {
        for (int i = 0; i < name.length(); i++) {
            int character = name.codePointAt(i);
            boolean lowSurrogate = i > 0 && Character.isSurrogatePair(name.charAt(i - 1), name.charAt(i));
            if (reserved.indexOf(character) >= 0 || !(lowSurrogate || Legible.isLegible(character))) {
                return OptionalInt.of(character);
            }
        }
        return OptionalInt.empty();
    }
}
