/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.MigrationException;
import java.util.List;

/** Several data sources, and nothing says which of them to migrate. */
public final class MultipleDataSourcesException extends MigrationException {

    private final List<String> beanNames;

    MultipleDataSourcesException(List<String> beanNames) {
        super(
                "Which data source to migrate is not clear, as none of ['%s'] is marked. Annotate its bean method with @MigrationsDataSource."
                        .formatted(String.join("', '", beanNames)));
        this.beanNames = List.copyOf(beanNames);
    }

    /** The names of the beans to choose from. */
    public List<String> beanNames() {
        return beanNames;
    }
}
