/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One revision, wherever it is known.
 *
 * @param contexts the contexts with a migrator that knows it, by the context's id
 */
public record RevisionsDescriptor(Map<String, ContextDescriptor<RevisionDescriptor>> contexts)
        implements OperationResponseBody {}
