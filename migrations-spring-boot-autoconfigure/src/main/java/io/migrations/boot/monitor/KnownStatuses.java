/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.boot.MigratorCustomizer;
import io.migrations.boot.Migrators;
import io.migrations.engine.Migrator;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The {@link KnownStatus} of each migrator of an application context. */
final class KnownStatuses implements MigratorCustomizer {

    private final Duration timeToLive;
    private final ListableBeanFactory beanFactory;
    private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("migrations-status-");
    private final Map<String, KnownStatus> byName = new ConcurrentSkipListMap<>();

    KnownStatuses(Duration timeToLive, ListableBeanFactory beanFactory) {
        this.timeToLive = timeToLive;
        this.beanFactory = beanFactory;
        executor.setDaemon(true);
    }

    @Override
    public Migrator customize(String name, Migrator migrator) {
        var known = new KnownStatus(migrator, timeToLive, executor);
        byName.put(name, known);
        return migrator.withListener(known);
    }

    /** By the names of the migrators, all of which there are then. */
    Map<String, KnownStatus> byName() {
        Migrators.of(beanFactory);
        return Collections.unmodifiableMap(byName);
    }
}
