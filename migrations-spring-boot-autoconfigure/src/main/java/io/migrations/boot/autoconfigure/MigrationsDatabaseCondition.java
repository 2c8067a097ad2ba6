/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.engine.Migrator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches where there is a database to migrate: a data source of any kind (also one that only a qualifier reaches),
 * {@code migrations.url}, one of {@code migrations.instances}, or a migrator of the user's own.
 */
final class MigrationsDatabaseCondition extends SpringBootCondition implements ConfigurationCondition {

    private static final Logger logger = LoggerFactory.getLogger(MigrationsDatabaseCondition.class);

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var message = ConditionMessage.forCondition("Database to migrate");
        if (StringUtils.hasText(context.getEnvironment().getProperty("migrations.url"))) {
            return ConditionOutcome.match(message.foundExactly("property 'migrations.url'"));
        }
        if (Instances.areIn(context.getEnvironment())) {
            return ConditionOutcome.match(message.foundExactly("property 'migrations.instances'"));
        }
        for (Class<?> type : new Class<?>[] {DataSource.class, Migrator.class}) {
            String[] names = names(context.getBeanFactory(), type);
            if (names.length > 0) {
                return ConditionOutcome.match(message.found("bean", "beans").items((Object[]) names));
            }
        }
        logger.info("Migrations are not configured: there is no DataSource, and 'migrations.url' is not set");
        return ConditionOutcome.noMatch(message.because("there is no DataSource and no 'migrations.url'"));
    }

    private static String[] names(@Nullable ListableBeanFactory beanFactory, Class<?> type) {
        return beanFactory == null
                ? new String[0]
                : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false);
    }
}
