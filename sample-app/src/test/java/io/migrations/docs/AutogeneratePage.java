/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.comparison.SchemaModel;
import io.migrations.schema.SchemaObjectFilter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of docs/autogenerate.md. */
@Configuration(proxyBeanMethods = false)
class AutogeneratePage {

    @Bean
    SchemaModel model() {
        return SchemaModel.of(
                "jOOQ's sources", true, List.of("CREATE TABLE orders (id bigint PRIMARY KEY, quantity numeric)"));
    }

    @Bean
    SchemaObjectFilter withoutPartitions() {
        return object -> !object.name().matches("events_\\d{6}");
    }
}
