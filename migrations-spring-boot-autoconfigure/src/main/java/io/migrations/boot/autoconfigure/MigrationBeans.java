/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.ObjectProvider;

/** Beans that take part in the migration, and so are created before everything that waits for it. */
final class MigrationBeans {

    private MigrationBeans() {}

    /**
     * All of a kind, in order.
     *
     * @param kind what they are, in words, for the report
     * @throws MigrationBeanCycleException where one needs a bean that waits for the migration
     */
    static <T> List<T> of(ObjectProvider<T> beans, String kind) {
        try {
            return beans.orderedStream().toList();
        } catch (BeansException exception) {
            if (exception.getMostSpecificCause() instanceof BeanCurrentlyInCreationException) {
                List<String> path = MigrationBeanCycleException.names(exception);
                if (!path.isEmpty()) {
                    throw new MigrationBeanCycleException(kind, path, exception);
                }
            }
            throw exception;
        }
    }
}
