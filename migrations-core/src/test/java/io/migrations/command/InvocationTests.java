/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.script.AuthoringSettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvocationTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void nothingIsAnsweredWithTheHelpAsAMistake() {
        assertThat(parse().answered()).hasValue(ExitCode.USAGE);

        assertThat(text(err)).startsWith("Usage: migrations ").contains("heads");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpThatWasAskedForIsAResult() {
        assertThat(parse("--help").answered()).hasValue(ExitCode.DONE);
        assertThat(parse("heads", "-h").answered()).hasValue(ExitCode.DONE);

        assertThat(text(out)).contains("Usage: migrations [", "Usage: migrations heads ");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aMisspelledCommandIsAnsweredWithASimilarOne() {
        assertMistake("There is no command 'currnet'. Did you mean 'current'?", "migrations", "currnet");
    }

    @Test
    void aMisspelledOptionIsAnsweredWithASimilarOne() {
        assertMistake(
                "There is no option '--jsno' of 'migrations heads'. Did you mean '--json'?",
                "migrations heads",
                "heads",
                "--jsno");
    }

    @Test
    void anArgumentTooManyIsNamed() {
        assertMistake(
                "There is an argument too many for 'migrations heads': 'of the state'.",
                "migrations heads",
                "heads",
                "of the state");
    }

    @Test
    void aFaultIsExplainedWithWhatToDoNext() {
        int exitCode = parse("heads").run(new Failing("Do this."));

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(text(err).lines()).containsExactly("It broke", "", "Do this.");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void onlyACommandThatMightHaveRunSomethingSaysThatItDidNot() {
        var failing = new Failing(null, "Nothing was run.");

        parse("heads").run(failing);
        parse("upgrade", "--plan").run(failing);
        parse("downgrade", "002:001", "--sql").run(failing);
        parse("repair", "--plan").run(failing);
        assertThat(text(err).lines()).containsOnly("It broke");

        parse("upgrade").run(failing);
        assertThat(text(err).lines()).endsWith("It broke", "", "Nothing was run.");
    }

    @Test
    void aFaultIsAResultForPrograms() {
        parse("heads", "--json").run(new Failing(null));

        assertThat(text(err).lines()).containsExactly("It broke");
        assertThat(text(out).strip()).isEqualTo("{error={message=It broke}}");
    }

    @Test
    void anApplicationThatCannotStartIsExplainedAlike() {
        int exitCode = parse("heads").fail(new IllegalStateException("It never began"), new Failing(null));

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(text(err).lines()).containsExactly("It never began");
    }

    private void assertMistake(String sentence, String command, String... arguments) {
        assertThat(parse(arguments).answered()).hasValue(ExitCode.USAGE);
        assertThat(text(err).lines()).containsExactly(sentence, "See '" + command + " --help'.");
        assertThat(text(out)).isEmpty();
    }

    private Invocation parse(String... arguments) {
        var terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        return Invocation.parse(List.of(arguments), terminal);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** An application whose migrator breaks; its JSON is what Java makes of the tree. */
    private record Failing(
            @Nullable String action, @Nullable String untouched) implements Application {

        Failing(@Nullable String action) {
            this(action, null);
        }

        @Override
        public Migrator migrator() {
            throw new IllegalStateException("It broke");
        }

        @Override
        public List<String> targets() {
            return List.of("head");
        }

        @Override
        public AuthoringSettings authoring() {
            throw new IllegalStateException("It broke");
        }

        @Override
        public String json(Object tree) {
            return tree.toString();
        }

        @Override
        public Diagnosis diagnose(Throwable fault) {
            return new Diagnosis(fault.getMessage(), untouched, action);
        }
    }
}
