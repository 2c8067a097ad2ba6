/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts were edited after they had been applied; nothing was run. */
public final class ModifiedRevisionException extends MigrationException {

    private final transient List<Modification> modifications;

    ModifiedRevisionException(List<Modification> modifications) {
        super(modifications.stream()
                .map(modification -> "Revision '%s' was applied, and its script '%s' says something else now."
                        .formatted(modification.revision(), modification.file()))
                .collect(Collectors.joining(System.lineSeparator())));
        this.modifications = List.copyOf(modifications);
    }

    public List<Modification> modifications() {
        return modifications;
    }
}
