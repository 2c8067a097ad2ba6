/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.boot.MigrationRunCompleted;
import io.migrations.boot.MigratorCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of docs/hooks.md. */
@Configuration(proxyBeanMethods = false)
@Import(Announcement.class)
class HooksPage {

    @Bean
    MigratorCustomizer announcements() {
        return (name, migrator) -> migrator.withListener(new NamedAnnouncement(name));
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<MigrationRunCompleted>> migrated() {
        return ApplicationListener.forPayload(event -> System.out.println("Migrated: " + event.migrator()));
    }
}
