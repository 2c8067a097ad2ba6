/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What the journal records of the process that migrates. */
final class ThisProcess {

    private ThisProcess() {}

    static Actor actor(String databaseUser, MigratorSettings settings) {
        return new Actor(
                databaseUser,
                settings.operator() == null ? System.getProperty("user.name", "unknown") : settings.operator(),
                host(),
                settings.application(),
                settings.applicationVersion());
    }

    private static String host() {
        // The variable first: a resolver without an answer may take seconds.
        String variable = System.getenv("HOSTNAME");
        if (variable != null && !variable.isBlank()) {
            return variable;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException exception) {
            return "unknown";
        }
    }
}
