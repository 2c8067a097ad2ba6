/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.autoconfigure.Instances;
import io.migrations.engine.JdbcUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Finds which properties a connection comes from, by what they say: a DataSource may be anybody's bean.
 *
 * @param migrator the instance that they are looked for under first; none to look under each
 */
record ConnectionProperties(
        Environment environment, @Nullable String migrator) {

    /** The property that holds a url. */
    Optional<String> ofUrl(String url) {
        return prefixes().stream()
                .map(prefix -> prefix + ".url")
                .filter(property -> JdbcUrls.withoutSecrets(environment.getProperty(property, ""))
                        .equals(JdbcUrls.withoutSecrets(url)))
                .findFirst();
    }

    /** What the properties of a user and of his password begin with. */
    Optional<String> prefixOfUser(String username) {
        return prefixes().stream()
                .filter(prefix -> username.equals(environment.getProperty(prefix + ".username")))
                .findFirst();
    }

    private List<String> prefixes() {
        List<String> prefixes = new ArrayList<>();
        Instances.of(environment).byName().keySet().stream()
                .filter(name -> migrator == null || migrator.equals(name))
                .forEach(name -> prefixes.add("migrations.instances." + name));
        prefixes.addAll(List.of("migrations", "spring.datasource"));
        return prefixes;
    }
}
