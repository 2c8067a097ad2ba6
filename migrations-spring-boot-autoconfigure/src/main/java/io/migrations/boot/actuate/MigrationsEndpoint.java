/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.ContextMigrators.Named;
import io.migrations.boot.actuate.run.MigrationRuns;
import io.migrations.boot.actuate.run.RunAction;
import io.migrations.boot.actuate.run.RunDescriptor;
import io.migrations.boot.actuate.run.RunRequest;
import io.migrations.boot.autoconfigure.MigrationsProperties;
import io.migrations.engine.RepairAs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint @Endpoint} that shows where each database stands, read from it when asked, and where its access allows
 * writes, runs what it is asked for. Over HTTP {@link MigrationsEndpointWebExtension} gives the answers their status.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private static final String DRIFT = "drift";
    private static final String RUNS = "runs";
    private static final String SQL = "sql";
    private static final String NOBODY = "anonymous";

    private final ContextMigrators migrators;
    private final MigrationRuns runs;
    private final RevisionSql sql;
    private final MigrationsEndpointProperties properties;

    MigrationsEndpoint(
            ContextMigrators migrators, MigrationRuns runs, RevisionSql sql, MigrationsEndpointProperties properties) {
        this.migrators = migrators;
        this.runs = runs;
        this.sql = sql;
        this.properties = properties;
    }

    /** Every migrator of every context. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        return new MigrationsDescriptor(
                migrators.shown((context, name, migrator) -> Optional.of(MigratorDescriptor.of(migrator))));
    }

    /**
     * One revision, in every migrator that has it; none where no migrator has. {@code drift} is none, but what was changed
     * in each database by other means than its migrations, and {@code runs} what was asked for here.
     *
     * @param rebuild of the drift: whether to build the schema anew in a scratch database, and tell what differs
     */
    @ReadOperation
    public @Nullable Object revision(@Selector String revision, @Nullable Boolean rebuild) {
        return switch (revision) {
            case DRIFT -> new DriftsDescriptor(migrators.shown(new DriftReading(Boolean.TRUE.equals(rebuild))));
            case RUNS -> new RunsDescriptor(runs.newest());
            default -> {
                var found = migrators.found((context, name, migrator) ->
                        MigratorDescriptor.of(migrator).find(revision));
                yield found.isEmpty() ? null : new RevisionsDescriptor(found);
            }
        };
    }

    /** The text of a revision, as {@code sql}; or of {@code runs}, one by its id. None where there is no such thing. */
    @ReadOperation
    public @Nullable Object view(@Selector String revision, @Selector String view, SecurityContext securityContext) {
        if (revision.equals(RUNS)) {
            return runs.find(view).orElse(null);
        }
        if (!view.equals(SQL)) {
            return null;
        }
        if (!properties.showSql().isShown(securityContext, properties.roles())) {
            throw invalid("The text of revisions is not shown to you here: see 'migrations.endpoint.show-sql'.");
        }
        var found = migrators.found((context, name, migrator) ->
                sql.of(migrator, revision, placeholders(ContextMigrators.propertiesOf(context, name))));
        return found.isEmpty() ? null : new SqlsDescriptor(found);
    }

    /** Upgrades to the configured target, or repairs. */
    @WriteOperation
    public RunDescriptor run(@Selector String action) {
        return submit(action, null, null, false, null, null, null, SecurityContext.NONE);
    }

    /** Upgrades, downgrades, stamps or repairs. */
    @WriteOperation
    public RunDescriptor runTo(@Selector String action, @Selector String target) {
        return submit(action, List.of(target), null, false, null, null, null, SecurityContext.NONE);
    }

    /**
     * The same with all there is to say.
     *
     * @param action {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
     * @param target where the database should be; of a repair, which revisions
     * @param migrator which one, where there are several
     * @param dryRun whether only to tell what would be done; it has to be said, as Boot takes no notice of a name that is
     *     misspelled
     * @param confirm whether it may lose data, run what only the database keeps, or change what the history says
     * @param purge of a stamp: whether to forget everything else
     * @param as of a repair: what a half-done revision counts as, {@code applied} or {@code pending}
     */
    @WriteOperation
    public RunDescriptor submit(
            String action,
            @Nullable List<String> target,
            @Nullable String migrator,
            boolean dryRun,
            @Nullable Boolean confirm,
            @Nullable Boolean purge,
            @Nullable String as,
            SecurityContext securityContext) {
        RunAction known = RunAction.find(action)
                .orElseThrow(() -> invalid("There is no action '%s', only 'upgrade', 'downgrade', 'stamp' and 'repair'."
                        .formatted(action)));
        List<String> targets = target == null ? List.of() : target;
        boolean needsOne = known == RunAction.DOWNGRADE;
        if ((needsOne && targets.size() != 1) || (known == RunAction.STAMP && targets.isEmpty())) {
            throw invalid("A %s needs %s 'target', such as '%s'."
                    .formatted(known, needsOne ? "one" : "a", needsOne ? "base" : "head"));
        }
        Named named = migrators.one(migrator);
        return runs.submit(
                named.name(),
                named.migrator(),
                new RunRequest(
                        known,
                        known == RunAction.UPGRADE && targets.isEmpty() ? configured(named) : targets,
                        dryRun,
                        Boolean.TRUE.equals(confirm),
                        Boolean.TRUE.equals(purge),
                        as == null ? null : repairAs(as),
                        caller(securityContext)));
    }

    private static List<String> configured(Named named) {
        MigrationsProperties own = named.properties();
        return own == null ? List.of("head") : own.target();
    }

    private static RepairAs repairAs(String as) {
        try {
            return RepairAs.valueOf(as.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException exception) {
            throw invalid("'as' is '%s'; it can be 'applied' or 'pending'.".formatted(as));
        }
    }

    private static String caller(SecurityContext securityContext) {
        return securityContext.getPrincipal() == null
                ? ServletPrincipal.name().orElse(NOBODY)
                : securityContext.getPrincipal().getName();
    }

    private static Map<String, String> placeholders(@Nullable MigrationsProperties properties) {
        return properties == null || properties.placeholders() == null ? Map.of() : properties.placeholders();
    }

    private static InvalidEndpointRequestException invalid(String reason) {
        return new InvalidEndpointRequestException(reason, reason);
    }
}
