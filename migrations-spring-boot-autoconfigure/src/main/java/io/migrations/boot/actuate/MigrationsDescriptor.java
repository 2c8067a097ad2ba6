/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Every migrator of an application.
 *
 * @param contexts what each application context has, by the context's id
 */
public record MigrationsDescriptor(Map<String, ContextDescriptor<MigratorDescriptor>> contexts)
        implements OperationResponseBody {

    /**
     * What one application context has.
     *
     * @param migrators its migrators, by the bean's name
     * @param parentId the id of its parent, if it has one
     * @param <T> what is shown of a migrator
     */
    public record ContextDescriptor<T>(
            Map<String, T> migrators, @Nullable String parentId) {}
}
