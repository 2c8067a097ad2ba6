/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application context of a Spring test, whole or slice, a migrated database of its own in the place of the one
 * that is configured: a copy of a template on the same server, in which the migrations ran once. The start finds nothing to
 * do. The copy is dropped when the context closes; test classes that share a context share the copy.
 *
 * <p>The application's database has to be that of {@code spring.datasource.url}, of a {@code @ServiceConnection} or another
 * {@code JdbcConnectionDetails} bean, or of a {@code DataSource} bean that tells its url. A slice keeps it without
 * {@code @AutoConfigureTestDatabase}. Where it cannot be replaced, or has no migrator, the context fails with a
 * {@link NotReplacedException}. Of several migrators, those of the same database count.
 *
 * @see io.migrations.comparison.TemplateDatabases
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface MigratedDatabase {}
