/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean of docs/configuration.md that commands do without. */
@Configuration(proxyBeanMethods = false)
class ConfigurationPage {

    @Bean
    @ConditionalOnBooleanProperty(name = "migrations.command.running", havingValue = false, matchIfMissing = true)
    Object notForCommands() {
        return "here";
    }
}
