/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

/** What kind of application context a command runs in. No server starts in either. */
public enum CommandWebApplicationType {
    /** One without anything of the web. */
    NONE,
    /** The application's own kind, for an application whose context fails without. */
    KEEP
}
