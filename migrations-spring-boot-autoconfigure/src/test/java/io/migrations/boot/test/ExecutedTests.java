/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** How the tests of a class went, by the names that are shown, with what they failed with. */
final class ExecutedTests implements TestExecutionListener {

    private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();

    static ExecutedTests of(Class<?> type) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(type))
                .build();
        var executed = new ExecutedTests();
        LauncherFactory.create().execute(request, executed);
        return executed;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest() || result.getThrowable().isPresent()) {
            results.put(identifier.getDisplayName(), result);
        }
    }

    /** Each with its name and how it ended, in order. */
    Map<String, TestExecutionResult.Status> outcomes() {
        Map<String, TestExecutionResult.Status> outcomes = new LinkedHashMap<>();
        results.forEach((name, result) -> outcomes.put(name, result.getStatus()));
        return outcomes;
    }

    Throwable failure(String name) {
        return results.get(name).getThrowable().orElseThrow();
    }
}
