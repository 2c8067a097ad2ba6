/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.engine.MigrationListener;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that watch the migration. They are made with the migrator, and so before all that waits for it. */
final class ListenerBeans {

    private ListenerBeans() {}

    /**
     * All of them, in their order.
     *
     * @throws MigrationCycleException for one that needs what waits for the migration
     */
    static List<MigrationListener> of(ListableBeanFactory beanFactory) {
        // One by one at first: a fault of all at once would not tell which one it is of.
        for (String name : beanFactory.getBeanNamesForType(MigrationListener.class, true, false)) {
            try {
                beanFactory.getBean(name, MigrationListener.class);
            } catch (BeansException exception) {
                MigrationCycleException.throwIfCycle(name, exception);
                throw exception;
            }
        }
        return beanFactory
                .getBeanProvider(MigrationListener.class, false)
                .orderedStream()
                .toList();
    }
}
