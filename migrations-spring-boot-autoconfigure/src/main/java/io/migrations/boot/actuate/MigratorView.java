/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.engine.Migrator;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the endpoint shows of a migrator. */
@FunctionalInterface
interface MigratorView<T> {

    /** Shows one, of the context that has it, under its name; nothing leaves it out. */
    Optional<T> apply(ApplicationContext context, String name, Migrator migrator);
}
