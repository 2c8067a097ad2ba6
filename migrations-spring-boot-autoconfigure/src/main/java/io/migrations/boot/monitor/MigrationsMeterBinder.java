/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.migrations.boot.MigratorCustomizer;
import io.migrations.engine.MigrationStatus;
import io.migrations.engine.Migrator;
import io.migrations.engine.RevisionStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * {@link MeterBinder} of what is known of each migrator's database and of the runs of this process. No meter waits for a
 * database when it is read.
 */
final class MigrationsMeterBinder implements MeterBinder, MigratorCustomizer {

    private final KnownStatuses statuses;
    private final Map<String, RunCounts> counts = new ConcurrentHashMap<>();

    MigrationsMeterBinder(KnownStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public Migrator customize(String name, Migrator migrator) {
        return migrator.withListener(counts.computeIfAbsent(name, key -> new RunCounts()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        statuses.byName().forEach((name, known) -> {
            Tags tags = Tags.of("migrator", name);
            gauge(
                    registry,
                    "migrations.pending",
                    "Revisions of this build that are not applied",
                    tags,
                    known,
                    MigrationStatus::pending);
            gauge(
                    registry,
                    "migrations.applied",
                    "Revisions that are applied",
                    tags,
                    known,
                    MigrationsMeterBinder::applied);
            TimeGauge.builder(
                            "migrations.last.success",
                            known,
                            TimeUnit.SECONDS,
                            each -> value(each, MigrationsMeterBinder::lastSuccess))
                    .description("When a revision was applied last, since the epoch")
                    .tags(tags)
                    .register(registry);
            runs(registry, tags, counts.computeIfAbsent(name, key -> new RunCounts()));
        });
    }

    private static void runs(MeterRegistry registry, Tags tags, RunCounts counts) {
        FunctionCounter.builder("migrations.retries", counts, RunCounts::retries)
                .description("Tries of a revision that locks stood in the way of")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("migrations.failures", counts, RunCounts::failures)
                .description("Runs that failed")
                .tags(tags)
                .register(registry);
        TimeGauge.builder("migrations.lock.wait", counts, TimeUnit.NANOSECONDS, RunCounts::lockWaitNanos)
                .description("How long runs have waited for the migration lock, all together")
                .tags(tags)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            String name,
            String description,
            Tags tags,
            KnownStatus known,
            ToDoubleFunction<MigrationStatus> value) {
        Gauge.builder(name, known, each -> value(each, value))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static double value(KnownStatus known, ToDoubleFunction<MigrationStatus> value) {
        return known.last().map(value::applyAsDouble).orElse(Double.NaN);
    }

    private static double applied(MigrationStatus status) {
        return status.revisions().size() - status.pending();
    }

    private static double lastSuccess(MigrationStatus status) {
        return status.revisions().stream()
                .map(RevisionStatus::appliedAt)
                .filter(Objects::nonNull)
                .mapToLong(Instant::getEpochSecond)
                .max()
                .stream()
                .asDoubleStream()
                .findFirst()
                .orElse(Double.NaN);
    }
}
