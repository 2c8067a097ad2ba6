/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.command.Application;
import io.migrations.command.Diagnosis;
import io.migrations.command.Invocation;
import io.migrations.command.Terminal;
import io.migrations.comparison.SchemaModel;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.schema.ObjectFilter;
import io.migrations.script.AuthoringSettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

/** A terminal in the folder of a project, at which commands are typed without an application being started. */
record Console(
        Supplier<Migrator> migrators,
        Supplier<AuthoringSettings> settings,
        @Nullable ScratchSource scratch,
        @Nullable SchemaModel wanted,
        ObjectFilter filter,
        boolean yes)
        implements Application {

    private static final Pattern PROGRESS = Pattern.compile("(?m)^(?:Applying|Downgrading) .* \\(\\d+ of \\d+\\)\\R");

    Console(Supplier<Migrator> migrators, Supplier<AuthoringSettings> settings, @Nullable ScratchSource scratch) {
        this(migrators, settings, scratch, null, ObjectFilter.everything(), false);
    }

    /** Where nobody has to be asked. */
    Console agreed() {
        return new Console(migrators, settings, scratch, wanted, filter, true);
    }

    /** For an application that says what its schema is to be. */
    Console wanting(SchemaModel model, ObjectFilter compared) {
        return new Console(migrators, settings, scratch, model, compared, yes);
    }

    /** Types a command; returns what is left on the screen. What has a dot in its name is for Spring, and so left out. */
    String type(List<String> arguments) {
        List<String> own = new ArrayList<>(arguments);
        own.removeIf(argument -> argument.matches("--[^=]*\\..*"));
        if (yes) {
            own.add("--yes");
        }
        var shown = new ByteArrayOutputStream();
        var both = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Invocation invocation = Invocation.parse(own, new Terminal(InputStream.nullInputStream(), both, both, false));
        if (invocation.answered().isEmpty()) {
            invocation.run(this);
        }
        // On a screen it is a bar, which is gone in the end.
        return PROGRESS.matcher(shown.toString(StandardCharsets.UTF_8)).replaceAll("");
    }

    /** What a start that fails reports. */
    static String report(Throwable fault) {
        FailureAnalysis analysis = analysis(fault);
        return "%s\n\nAction:\n\n%s\n".formatted(analysis.getDescription(), analysis.getAction());
    }

    private static FailureAnalysis analysis(Throwable fault) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, new MockEnvironment()),
                        FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .flatMap(analyzer -> Optional.ofNullable(analyzer.analyze(fault)).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody explains it", fault));
    }

    @Override
    public Migrator migrator() {
        return migrators.get();
    }

    @Override
    public AuthoringSettings authoring() {
        return settings.get();
    }

    @Override
    public List<String> targets() {
        return List.of("head");
    }

    @Override
    public Optional<SchemaModel> model() {
        return Optional.ofNullable(wanted);
    }

    @Override
    public ScratchSource scratch() {
        return Optional.ofNullable(scratch).orElseThrow();
    }

    @Override
    public String json(Object tree) {
        return tree.toString();
    }

    @Override
    public Diagnosis diagnose(Throwable fault) {
        FailureAnalysis analysis = analysis(fault);
        return new Diagnosis(String.valueOf(analysis.getDescription()), null, analysis.getAction());
    }
}
