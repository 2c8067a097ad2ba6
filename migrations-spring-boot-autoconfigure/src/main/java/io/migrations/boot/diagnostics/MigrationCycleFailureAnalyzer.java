/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.autoconfigure.MigrationCycleException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a {@link MigrationCycleException}. */
final class MigrationCycleFailureAnalyzer extends AbstractFailureAnalyzer<MigrationCycleException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationCycleException cause) {
        String bean = cause.beanNames().get(0);
        var description = new Report();
        description.text(
                "The bean '%s' is needed to migrate the database, and needs a bean that waits until that is done:"
                        .formatted(bean));
        description.quote(String.join("\n  needs ", cycle(rootFailure, cause)));
        description.text("Nothing was run: no database was touched.");
        var action = new Report();
        action.text(
                "Remove that dependency from '%s'. Instead of a JdbcTemplate, JdbcClient, repository or EntityManager, a"
                                .formatted(bean)
                        + " revision uses op.jdbc(), which is on the connection that migrates. What is not about the database may"
                        + " be injected.");
        return new FailureAnalysis(description.toString(), action.toString(), cause);
    }

    /** A bean that was being made before the migration asked for it stands in what failed around the cycle. */
    private static Collection<String> cycle(Throwable rootFailure, MigrationCycleException cycle) {
        Set<String> names = new LinkedHashSet<>(cycle.beanNames().subList(0, 1));
        for (Throwable cause = rootFailure; cause != null && cause != cycle; cause = cause.getCause()) {
            String name = cause instanceof BeanCreationException creation ? creation.getBeanName() : null;
            if (name != null) {
                names.add(name);
            }
        }
        names.addAll(cycle.beanNames());
        return names;
    }
}
