/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import io.migrations.engine.Migrator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/** {@link Endpoint @Endpoint} that shows where each database stands, read from it when asked. */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private final ApplicationContext context;

    /**
     * An endpoint.
     *
     * @param context whose migrators are shown, and those of its parents
     */
    public MigrationsEndpoint(ApplicationContext context) {
        this.context = context;
    }

    /** Every migrator of every context. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        return new MigrationsDescriptor(contexts(Optional::of));
    }

    /** One revision, in every migrator that has it; none where no migrator has. */
    @ReadOperation
    public @Nullable RevisionsDescriptor revision(@Selector String revision) {
        var contexts = contexts(migrator -> migrator.find(revision));
        contexts.values().removeIf(described -> described.migrators().isEmpty());
        return contexts.isEmpty() ? null : new RevisionsDescriptor(contexts);
    }

    private <T> Map<String, ContextDescriptor<T>> contexts(Function<MigratorDescriptor, Optional<T>> view) {
        Map<String, ContextDescriptor<T>> contexts = new LinkedHashMap<>();
        for (ApplicationContext current = context; current != null; current = current.getParent()) {
            Map<String, T> migrators = new LinkedHashMap<>();
            current.getBeansOfType(Migrator.class)
                    .forEach((name, migrator) ->
                            view.apply(MigratorDescriptor.of(migrator)).ifPresent(shown -> migrators.put(name, shown)));
            ApplicationContext parent = current.getParent();
            contexts.put(
                    String.valueOf(current.getId()),
                    new ContextDescriptor<>(migrators, parent == null ? null : parent.getId()));
        }
        return contexts;
    }
}
