/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import org.jspecify.annotations.Nullable;

/** What a revision is written in, before it is joined with the others. */
interface RevisionSource {

    /** What the natural order of those that name no parents goes by. */
    String order();

    /** The file, as messages name it. */
    String path();

    /** Whether it names no parents, not even that there are none. */
    boolean followsPrevious();

    /**
     * The revision.
     *
     * @param previous the id of the one before it that names no parents either
     */
    ScriptedRevision revision(@Nullable String previous);

    /** The line of what a fault of the graph is about. */
    int lineOf(GraphFault fault);
}
