/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.comparison.Verification;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Makes a test of each revision. All round trips are made before the first of them: what is wrong with a revision may turn
 * out when others stand on it.
 */
final class MigrationTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        MigrationTest test =
                Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, MigrationTest.class));
        Verification verification =
                new RoundTripChoice(test, method, SpringExtension.getApplicationContext(context)).verify();
        return Stream.concat(
                verification.revisions().stream().map(id -> RevisionInvocation.of(id, verification)),
                Stream.of(RevisionInvocation.ofTheRest(verification)));
    }
}
