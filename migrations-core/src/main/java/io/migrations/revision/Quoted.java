/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists as messages show them: ids {@code ['a', 'b']}, and revisions with where they are defined. */
final class Quoted {

    private static final int MOST_SHOWN = 10;

    private Quoted() {}

    static String list(Collection<String> ids) {
        return ids.stream().collect(Collectors.joining("', '", "['", "']"));
    }

    /** {@code 'a' (a.sql), 'b' (b.sql)}. */
    static String withSources(Collection<Revision> revisions) {
        String shown = revisions.stream()
                .limit(MOST_SHOWN)
                .map(revision -> "'%s' (%s)".formatted(revision.id(), revision.source()))
                .collect(Collectors.joining(", "));
        int more = revisions.size() - MOST_SHOWN;
        return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
    }
}
