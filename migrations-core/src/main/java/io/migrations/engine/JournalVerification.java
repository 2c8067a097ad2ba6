/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the journal can be believed.
 *
 * <p>Rows cut off at its end leave a chain that is whole, so it is also set against the applied set: every applied
 * revision needs the row that says so. Whoever may write both tables can forge both; see docs/how-it-runs.md.
 *
 * @param rows how many rows it has
 * @param broken the first row whose hash does not follow from the row before, if there is one
 * @param contradictions where the applied set and the journal say different things, in sentences
 */
public record JournalVerification(int rows, @Nullable BrokenRow broken, List<String> contradictions) {

    public JournalVerification {
        contradictions = List.copyOf(contradictions);
    }

    public boolean isSound() {
        return broken == null && contradictions.isEmpty();
    }

    public Optional<BrokenRow> firstBroken() {
        return Optional.ofNullable(broken);
    }

    /**
     * A row whose hash does not follow.
     *
     * @param id its id in the table
     * @param action what it says was done
     * @param revision the revision it is about
     */
    public record BrokenRow(long id, String action, String revision) {

        /** What is wrong, as a sentence. */
        public String sentence() {
            return ("Row %d (%s of '%s') does not follow from the row before it: it was changed, or a row before it was"
                            + " changed or taken out.")
                    .formatted(id, action, revision);
        }
    }
}
