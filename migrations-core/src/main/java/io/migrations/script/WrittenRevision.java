/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.nio.file.Path;
import java.util.List;

/**
 * A revision that was just written.
 *
 * @param revision its id
 * @param file where it is
 * @param parents what it revises
 * @param heads all heads of the sources now, sorted
 * @param headsFile where they are kept
 */
public record WrittenRevision(String revision, Path file, List<String> parents, List<String> heads, Path headsFile) {

    public WrittenRevision {
        parents = List.copyOf(parents);
        heads = List.copyOf(heads);
    }
}
