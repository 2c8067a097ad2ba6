/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Operation;
import java.util.List;

/**
 * One step from a schema to another, with what a person should know of it.
 *
 * @param remarks sentences that are written above it, such as {@code Data loss: the values of column 'qty' are gone.}
 */
public record Change(Operation operation, List<String> remarks) {

    public Change {
        remarks = List.copyOf(remarks);
    }
}
