/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/** {@link DatabaseInitializerDetector} for {@link MigrationsInitializer}: after Flyway and Liquibase, before schema.sql. */
final class MigrationsDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** Flyway has 0 and 1, Liquibase 0, and schema.sql is nearly last. */
    private static final int ORDER = 2;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrationsInitializer.class);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
