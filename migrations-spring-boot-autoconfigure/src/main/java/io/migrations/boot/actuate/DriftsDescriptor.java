/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** What was changed in the databases of each application context. */
public record DriftsDescriptor(Map<String, ContextDescriptor<DriftDescriptor>> contexts)
        implements OperationResponseBody {

    public DriftsDescriptor {
        contexts = Map.copyOf(contexts);
    }
}
