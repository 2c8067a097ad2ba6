/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * Who attempts something, for the journal.
 *
 * @param databaseUser the user of the database session
 * @param osUser the user of the operating system, or who has asked a running application for it
 * @param host the host of the application
 * @param application the application's name, if it has one
 * @param applicationVersion the application's version, if it has one
 */
public record Actor(
        String databaseUser,
        String osUser,
        String host,
        @Nullable String application,
        @Nullable String applicationVersion) {}
