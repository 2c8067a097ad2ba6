/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server, else the driver, said.
 *
 * @param text the message, without the driver's additions
 * @param sqlState the code; empty if there is none
 */
record ServerMessage(String text, String sqlState) {

    /** The first of the server among a fault's causes. */
    static ServerMessage of(Throwable fault) {
        for (Throwable current = fault; current != null; current = current.getCause()) {
            if (current instanceof PSQLException exception) {
                ServerErrorMessage server = exception.getServerErrorMessage();
                return new ServerMessage(
                        text(server == null ? null : server.getMessage(), exception), state(exception));
            }
        }
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        return new ServerMessage(
                text(cause.getMessage(), cause), cause instanceof SQLException exception ? state(exception) : "");
    }

    private static String text(@Nullable String preferred, Throwable exception) {
        return preferred == null ? String.valueOf(exception.getMessage()) : preferred;
    }

    private static String state(SQLException exception) {
        String state = exception.getSQLState();
        return state == null ? "" : state;
    }
}
