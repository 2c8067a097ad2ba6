/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.Migrators;
import io.migrations.boot.autoconfigure.ScratchSources;
import io.migrations.comparison.MigrationVerifier;
import io.migrations.comparison.ScratchSource;
import io.migrations.comparison.Verification;
import io.migrations.engine.Migrator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

/** Which round trips a test asks for. */
record RoundTripChoice(MigrationTest test, Method method, ApplicationContext context) {

    Verification verify() {
        String name = name();
        Migrator migrator = migrators().get(name);
        if (migrator == null) {
            throw invalid(
                    "there is no migrator '%s', only '%s'"
                            .formatted(name, String.join("', '", migrators().keySet())),
                    "Correct 'instance'.",
                    null);
        }
        var verifier = MigrationVerifier.of(migrator, scratch(name))
                .startingFrom(List.of(test.from()))
                .upTo(List.of(test.to()));
        if (test.requireDowngrades()) {
            verifier = verifier.requiringDowngrades();
        }
        if (!test.data().isEmpty()) {
            verifier = verifier.withData(rows());
        }
        return verifier.verify();
    }

    private Map<String, Migrator> migrators() {
        return Migrators.of(context).byName();
    }

    private String name() {
        List<String> names = List.copyOf(migrators().keySet());
        if (!test.instance().isEmpty()) {
            return Migrators.nameOf(test.instance());
        }
        if (names.isEmpty()) {
            throw invalid(
                    "its application context has no migrator",
                    "Let the class be a @SpringBootTest of an application that has a database, or use MigrationVerifier.",
                    null);
        }
        if (names.size() > 1) {
            throw invalid(
                    "there are the migrators '%s'".formatted(String.join("', '", names)),
                    "Say which one with 'instance'.",
                    null);
        }
        return names.get(0);
    }

    private ScratchSource scratch(String name) {
        ScratchSource scratch = ScratchSources.of(name, context);
        if (scratch == null) {
            throw invalid(
                    "there is no ScratchSource for the migrator '%s'".formatted(name),
                    "Define one, with ScratchSource.beside or ScratchSource.given.",
                    null);
        }
        return scratch;
    }

    private String rows() {
        Resource resource = context.getResource(test.data());
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw invalid("'%s' cannot be read".formatted(test.data()), "Correct 'data'.", exception);
        }
    }

    private InvalidMigrationTestException invalid(String problem, String remedy, @Nullable Exception cause) {
        return new InvalidMigrationTestException(method, problem, remedy, cause);
    }
}
