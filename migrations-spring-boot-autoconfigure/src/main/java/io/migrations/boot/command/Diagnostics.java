/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.MigrationException;
import io.migrations.boot.diagnostics.MigrationFailureAnalysis;
import io.migrations.command.Diagnosis;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.dao.DataAccessException;

/** Explains faults by the failure analyzers that explain failed starts, in as many words. */
final class Diagnostics {

    private static final Logger logger = LoggerFactory.getLogger(Diagnostics.class);

    private final List<FailureAnalyzer> analyzers;

    private Diagnostics(@Nullable ClassLoader classLoader, ArgumentResolver arguments) {
        // One that lacks an argument, such as the bean factory, cannot help: Boot leaves it out, too.
        FailureHandler leaveOut =
                FailureHandler.handleMessage((message, failure) -> logger.trace(message.get(), failure));
        analyzers = SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
                .load(FailureAnalyzer.class, arguments, leaveOut);
    }

    static Diagnostics of(ConfigurableApplicationContext context) {
        return new Diagnostics(
                context.getClassLoader(),
                ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment()));
    }

    /** For a start that failed before it had a context, or even an environment. */
    static Diagnostics withoutContext(@Nullable ClassLoader classLoader, @Nullable Environment environment) {
        return new Diagnostics(
                classLoader,
                environment == null ? ArgumentResolver.none() : ArgumentResolver.of(Environment.class, environment));
    }

    Diagnosis diagnose(Throwable fault) {
        return analyzers.stream()
                .map(analyzer -> analysis(analyzer, fault))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> analyzed(fault))
                .map(analysis -> diagnosis(analysis, fault))
                .orElseGet(() -> unanalyzed(fault));
    }

    private static Diagnosis diagnosis(FailureAnalysis analysis, Throwable fault) {
        return analysis instanceof MigrationFailureAnalysis own
                ? new Diagnosis(own.fault(), own.untouched(), own.getAction())
                : new Diagnosis(
                        Objects.requireNonNullElse(analysis.getDescription(), fault.toString()), analysis.getAction());
    }

    private static Optional<FailureAnalysis> analysis(FailureAnalyzer analyzer, Throwable fault) {
        try {
            return Optional.ofNullable(analyzer.analyze(fault));
        } catch (RuntimeException | LinkageError exception) {
            logger.trace("{} failed", analyzer, exception);
            return Optional.empty();
        }
    }

    private static Optional<FailureAnalysis> analyzed(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof FailureAnalyzedException analyzed) {
                return Optional.of(analyzed.analysis());
            }
        }
        return Optional.empty();
    }

    private static Diagnosis unanalyzed(Throwable fault) {
        if (fault instanceof MigrationException) {
            return new Diagnosis(String.valueOf(fault.getMessage()), null);
        }
        if (fault instanceof DataAccessException
                && NestedExceptionUtils.getMostSpecificCause(fault) instanceof SQLException refusal) {
            return new Diagnosis(
                    "The database did not do what it was asked for: %s (SQLSTATE %s)"
                            .formatted(refusal.getMessage(), refusal.getSQLState()),
                    null);
        }
        logger.error("The command failed unexpectedly", fault);
        return new Diagnosis("The command failed unexpectedly: " + fault, null);
    }
}
