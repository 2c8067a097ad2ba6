/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.MigrationException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A {@link MigrationTest @MigrationTest} asks for what its application context does not have. Nothing was tried. */
public final class InvalidMigrationTestException extends MigrationException {

    private final String method;

    InvalidMigrationTestException(Method method, String problem, String remedy, @Nullable Throwable cause) {
        super(
                "The @MigrationTest '%s.%s' cannot run: %s. %s"
                        .formatted(method.getDeclaringClass().getSimpleName(), method.getName(), problem, remedy),
                cause);
        this.method = method.getName();
    }

    /** The name of the annotated method. */
    public String method() {
        return method;
    }
}
