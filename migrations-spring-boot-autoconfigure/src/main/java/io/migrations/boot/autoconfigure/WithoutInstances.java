/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where {@code migrations.instances} names no databases: then there is one, which {@code migrations} describes. */
final class WithoutInstances implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Instances.areIn(context.getEnvironment());
    }
}
