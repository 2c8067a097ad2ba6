/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.migrations.engine.UnsupportedDatabaseException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.TestContextManager;

/** A slice that puts an embedded database in the place of the application's. */
class EmbeddedSliceTests {

    @Test
    void saysHowToKeepTheApplicationsDatabase() {
        Throwable failure =
                catchThrowable(() -> new TestContextManager(Embedded.class).prepareTestInstance(new Embedded()));

        assertThat(failure).hasRootCauseInstanceOf(UnsupportedDatabaseException.class);
        assertThat(analyze(failure).getAction()).contains("@AutoConfigureTestDatabase(replace = Replace.NONE)");
    }

    private static FailureAnalysis analyze(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation(SpringApplication.class.getClassLoader())
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, new MockEnvironment()),
                        (type, name, exception) -> {})
                .stream()
                .filter(analyzer -> analyzer.getClass().getName().startsWith("io.migrations"))
                .flatMap(analyzer -> Stream.ofNullable(analyzer.analyze(failure)))
                .findFirst()
                .orElseThrow();
    }

    @JdbcTest
    static class Embedded {}
}
