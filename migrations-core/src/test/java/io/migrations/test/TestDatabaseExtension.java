/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out one fresh {@link TestDatabase} per test; the store closes it when the test ends. */
final class TestDatabaseExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(Namespace.create(TestDatabaseExtension.class))
                .computeIfAbsent(TestDatabase.class, type -> TestDatabase.create());
    }
}
