/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Operation;
import java.util.List;

/**
 * One step from one schema to another.
 *
 * @param remarks what whoever reads it should know, as sentences
 */
public record Change(Operation operation, List<String> remarks) {

    public Change {
        remarks = List.copyOf(remarks);
    }
}
