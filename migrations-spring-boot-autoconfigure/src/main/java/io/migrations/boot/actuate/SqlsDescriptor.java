/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What a revision runs, in every migrator that has it. */
public record SqlsDescriptor(Map<String, ContextDescriptor<SqlDescriptor>> contexts) implements OperationResponseBody {

    public SqlsDescriptor {
        contexts = Map.copyOf(contexts);
    }
}
