/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.MigrationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;

/** A bean that the migration needs, such as a revision in Java, needs one that waits until the migration is done. */
public final class MigrationCycleException extends MigrationException {

    private final List<String> beanNames;

    private MigrationCycleException(List<String> beanNames, BeansException cause) {
        super(
                "The bean '%s' is needed for the migration, and needs a bean that waits for it: ['%s']. Give it neither a JdbcTemplate nor a repository."
                        .formatted(beanNames.get(0), String.join("', '", beanNames)),
                cause);
        this.beanNames = List.copyOf(beanNames);
    }

    /**
     * Explains why a bean could not be made, if that is a cycle.
     *
     * @param beanName the bean that the migration asked for
     */
    public static void throwIfCycle(String beanName, BeansException fault) {
        Set<String> names = new LinkedHashSet<>(List.of(beanName));
        boolean cycle = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BeanCreationException creation) {
                String name = creation.getBeanName();
                if (name != null) {
                    names.add(name);
                }
                cycle |= creation instanceof BeanCurrentlyInCreationException
                        || String.valueOf(creation.getMessage()).contains("Circular depends-on");
            }
        }
        if (cycle) {
            throw new MigrationCycleException(new ArrayList<>(names), fault);
        }
    }

    /** The beans of the cycle so far as they are known, each needing the next; the first is the one to change. */
    public List<String> beanNames() {
        return beanNames;
    }
}
