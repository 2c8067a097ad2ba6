/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.script.JavaRevision;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionPackages;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;

/** The revisions in Java that are beans. They are made when the revisions are read, each by itself. */
public final class RevisionBeans implements JavaRevisions {

    private final ListableBeanFactory beanFactory;

    private RevisionBeans(ListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    /** Those, and the classes of some packages that are none. */
    public static JavaRevisions and(List<String> packages, ListableBeanFactory beanFactory, ClassLoader classLoader) {
        return new RevisionPackages(packages, classLoader, new RevisionBeans(beanFactory));
    }

    /**
     * Makes them.
     *
     * @throws MigrationCycleException for one that needs what waits for the migration
     */
    @Override
    public List<JavaRevision> find() {
        List<JavaRevision> revisions = new ArrayList<>();
        for (String name : beanFactory.getBeanNamesForType(JavaRevision.class, true, false)) {
            try {
                revisions.add(beanFactory.getBean(name, JavaRevision.class));
            } catch (BeansException exception) {
                MigrationCycleException.throwIfCycle(name, exception);
                throw exception;
            }
        }
        return revisions;
    }
}
