/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.List;

/**
 * The place in the graph of a revision that is about to be written.
 *
 * @param parents what it revises; several make it a merge, none a base
 * @param dependencies what it depends on: ids, or branch labels as typed
 * @param labels the branch labels it states
 */
public record NewRevision(List<String> parents, List<String> dependencies, List<String> labels) {

    public NewRevision {
        parents = List.copyOf(parents);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
    }
}
