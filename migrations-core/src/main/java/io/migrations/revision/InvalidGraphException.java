/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions that do not form a graph; all their faults at once. */
public final class InvalidGraphException extends MigrationException {

    private final transient List<GraphFault> faults;

    InvalidGraphException(List<GraphFault> faults) {
        super(faults.stream()
                .map(fault -> fault.message() + " " + fault.remedy())
                .collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<GraphFault> faults() {
        return faults;
    }
}
