/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.command.Terminal;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The process that a command has to itself.
 *
 * @param terminal where the command reads and writes
 * @param exit ends the process with an exit code; does not return
 */
record CommandProcess(Terminal terminal, IntConsumer exit) {

    /** This one. From now on, whatever others print to the standard output goes to the error stream: it is no result. */
    static CommandProcess ofThisJvm() {
        System.setOut(System.err);
        Console console = console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new CommandProcess(
                new Terminal(
                        System.in,
                        stream(FileDescriptor.out, charset),
                        stream(FileDescriptor.err, charset),
                        console != null),
                System::exit);
    }

    void exit(int code) {
        terminal.out().flush();
        terminal.err().flush();
        exit.accept(code);
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        // Of the descriptor, as System.out may have been redirected by an earlier start in this JVM (DevTools).
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true, charset);
    }

    /** The console, if a person sits at it: since Java 22 there is one in any case, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console console() {
        Console console = System.console();
        try {
            return console != null
                            && Boolean.TRUE.equals(
                                    Console.class.getMethod("isTerminal").invoke(console))
                    ? console
                    : null;
        } catch (NoSuchMethodException exception) {
            return console;
        } catch (IllegalAccessException | InvocationTargetException exception) {
            return null;
        }
    }
}
