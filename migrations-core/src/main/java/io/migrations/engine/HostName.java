/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of the machine, as the journal records it. */
final class HostName {

    private HostName() {}

    static String current() {
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
