/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.Migrators;
import io.migrations.boot.actuate.MigrationsDescriptor.ContextDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.context.ApplicationContext;

/** {@link Endpoint @Endpoint} that shows where each database stands, read from it when asked. */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private static final String DRIFT = "drift";

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
        return new MigrationsDescriptor(
                contexts((current, name, migrator) -> Optional.of(MigratorDescriptor.of(migrator))));
    }

    /**
     * One revision, in every migrator that has it; none where no migrator has. {@code drift} is none, but what was changed
     * in each database by other means than its migrations.
     *
     * @param rebuild of the drift: whether to build the schema anew in a scratch database, and tell what differs
     */
    @ReadOperation
    public @Nullable Object revision(@Selector String revision, @Nullable Boolean rebuild) {
        return revision.equals(DRIFT)
                ? new DriftsDescriptor(contexts(new DriftReading(Boolean.TRUE.equals(rebuild))))
                : find(revision);
    }

    private @Nullable RevisionsDescriptor find(String revision) {
        var contexts = contexts(
                (current, name, migrator) -> MigratorDescriptor.of(migrator).find(revision));
        contexts.values().removeIf(described -> described.migrators().isEmpty());
        return contexts.isEmpty() ? null : new RevisionsDescriptor(contexts);
    }

    private <T> Map<String, ContextDescriptor<T>> contexts(MigratorView<T> view) {
        Map<String, ContextDescriptor<T>> contexts = new LinkedHashMap<>();
        for (ApplicationContext each = context; each != null; each = each.getParent()) {
            ApplicationContext current = each;
            Map<String, T> migrators = new LinkedHashMap<>();
            Migrators.of(current)
                    .byName()
                    .forEach((name, migrator) ->
                            view.apply(current, name, migrator).ifPresent(shown -> migrators.put(name, shown)));
            ApplicationContext parent = current.getParent();
            contexts.put(
                    String.valueOf(current.getId()),
                    new ContextDescriptor<>(migrators, parent == null ? null : parent.getId()));
        }
        return contexts;
    }
}
