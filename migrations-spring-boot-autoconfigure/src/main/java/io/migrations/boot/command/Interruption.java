/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * Lets the process end at once where someone presses Ctrl-C while a command runs. Spring's shutdown hook would wait for
 * the end of the refresh that the command is part of, and that would wait for the shutdown.
 */
final class Interruption {

    /** What shells show for a process ended by SIGINT. */
    private static final int EXIT_CODE = 130;

    private Interruption() {}

    /** Does some work that an interruption ends. */
    static int endsAtOnce(IntSupplier work, PrintStream err) {
        var hook = new Thread(() -> end(err), "migrations-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        int result = work.getAsInt();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exception) {
            // The hook is at work: it ends the process before anyone reads the result.
            return EXIT_CODE;
        }
        return result;
    }

    private static void end(PrintStream err) {
        err.println("Interrupted. What was committed stays, the rest is rolled back by the server.");
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
