/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** {@link RuntimeHintsRegistrar} for what the engine itself reads and makes at run time. */
final class MigrationsHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("io/migrations/schema/*.sql");
        hints.proxies().registerJdkProxy(Connection.class);
        hints.proxies().registerJdkProxy(Statement.class);
    }
}
