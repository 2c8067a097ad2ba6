/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A second database, for who has done what, with revisions of its own: {@code migrations.instances} in
 * {@code application-audit.yml}. Where {@code sample.audit.url} names none, it is a schema of the first one.
 */
@Configuration(proxyBeanMethods = false)
@Profile("audit")
class AuditDatabase {

    @Bean(defaultCandidate = false)
    DataSource auditDataSource(JdbcConnectionDetails trading, @Value("${sample.audit.url:}") String url) {
        var builder = DataSourceBuilder.create().url(url.isEmpty() ? inSchema(trading.getJdbcUrl()) : url);
        if (trading.getUsername() != null) {
            builder.username(trading.getUsername());
        }
        if (trading.getPassword() != null) {
            builder.password(trading.getPassword());
        }
        return builder.build();
    }

    @Bean
    AuditTrail auditTrail(@Qualifier("auditDataSource") DataSource dataSource) {
        return new AuditTrail(JdbcClient.create(dataSource));
    }

    private static String inSchema(String url) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=audit";
    }
}
