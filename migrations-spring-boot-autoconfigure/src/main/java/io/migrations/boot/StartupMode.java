/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

/** What an application does about its migrations when it starts. */
public enum StartupMode {
    /** Applies what is pending. */
    UPGRADE,
    /** Applies nothing, and fails where something is pending. */
    VALIDATE,
    /** Applies nothing, and waits until another process has. */
    WAIT,
    /** Leaves the database alone. */
    OFF
}
