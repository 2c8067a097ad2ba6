/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What all commands have in common: they make a report, which is printed as text or as JSON. */
abstract class Subcommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private MigrationsCommand root;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /**
     * Looks whether the arguments, each right by itself, make sense together. Called before there is an application.
     *
     * @throws picocli.CommandLine.ParameterException if not
     */
    void check() {}

    /** Does what the command is for. */
    abstract Report report();

    /** Whether it was to run or record something, so that it is good to know that it did not. */
    boolean isToChangeDatabase() {
        return false;
    }

    /** What else to say, once the result is printed; it goes to the error stream. */
    List<String> notes() {
        return List.of();
    }

    @Override
    public final Integer call() {
        Report report = report();
        terminal()
                .out()
                .println(
                        json
                                ? application().json(report.json().get())
                                : Words.visible(report.text().get()));
        notes().forEach(note -> terminal().err().println(Words.visible(note)));
        if (terminal().out().checkError()) {
            terminal().err().println("Not all of the result could be written to the standard output.");
            return ExitCode.FAILED;
        }
        return report.exitCode();
    }

    final Application application() {
        return root.application();
    }

    final Terminal terminal() {
        return root.terminal();
    }

    final boolean isJson() {
        return json;
    }
}
