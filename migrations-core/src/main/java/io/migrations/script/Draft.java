/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/**
 * A revision that is about to be written.
 *
 * @param id its id
 * @param description what it does, in a few words; white space is one blank
 * @param place where in the graph it comes
 * @param body what it does
 */
public record Draft(String id, String description, NewRevision place, Body body) {

    /** As long as Alembic's: two branches that draw one id are not to be expected in a team's lifetime. */
    private static final int RANDOM_BYTES = 6;

    private static final int LONGEST_ID = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.-]+");

    public Draft {
        description = description.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (description.isEmpty()) {
            throw RevisionNotWrittenException.because(id, "The description is blank: say in a few words what it does.");
        }
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            throw RevisionNotWrittenException.because(
                    id,
                    "Revision id '%s' cannot be used: at most %d letters, digits, '_' and '.' make one."
                            .formatted(id, LONGEST_ID));
        }
        for (String label : place.labels()) {
            if (!LABEL.matcher(label).matches()) {
                throw RevisionNotWrittenException.because(
                        id,
                        "Branch label '%s' cannot be used: letters, digits, '_', '.' and '-' make one."
                                .formatted(label));
            }
        }
    }

    /** An id that no other branch has: 12 hexadecimal digits, as Alembic's. */
    public static String randomId(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Revision revision(String source) {
        return new Revision(
                id, place.parents(), place.dependencies(), new LinkedHashSet<>(place.labels()), description, source);
    }
}
