/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import org.springframework.core.env.Environment;

/**
 * Tells whether the application has been started for the sake of a command ({@code migrations upgrade}) and will end
 * with it. A bean that must not exist then can be conditional on the property being absent. It is a property of the
 * run, not of the build, so that it is right under AOT, too.
 */
public final class CommandMode {

    /** The property that is {@code true} while a command runs. */
    public static final String PROPERTY = "migrations.command.running";

    private CommandMode() {}

    /** Whether a command runs in this environment. */
    public static boolean isActive(Environment environment) {
        return environment.getProperty(PROPERTY, Boolean.class, false);
    }
}
