/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;

/** Inside the engine: what a repeatable script made cannot give way, as something depends on it that none made. */
final class DependentObjectsException extends RuntimeException {

    private final List<String> dependents;

    DependentObjectsException(List<String> dependents) {
        super("Depended on by " + dependents);
        this.dependents = List.copyOf(dependents);
    }

    List<String> dependents() {
        return dependents;
    }
}
