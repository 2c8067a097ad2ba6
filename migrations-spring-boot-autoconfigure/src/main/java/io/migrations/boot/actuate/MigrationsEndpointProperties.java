/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The {@code migrations.endpoint.*} properties.
 *
 * @param allowDowngrade Whether the endpoint runs downgrades when its access allows writes.
 * @param showSql When to show the text of a revision.
 * @param roles Comma-separated list of roles that may see it when authorized. By default whoever is authenticated.
 */
@ConfigurationProperties("migrations.endpoint")
public record MigrationsEndpointProperties(
        @DefaultValue("false") boolean allowDowngrade,
        @DefaultValue("never") Show showSql,
        @DefaultValue Set<String> roles) {

    public MigrationsEndpointProperties {
        roles = Set.copyOf(roles);
    }
}
