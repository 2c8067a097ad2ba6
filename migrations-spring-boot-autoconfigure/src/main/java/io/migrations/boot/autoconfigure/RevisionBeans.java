/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.script.JavaRevision;
import io.migrations.script.JavaRevisions;
import io.migrations.script.RevisionPackages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The revisions in Java that are beans. They are made when the revisions are read, each by itself. */
public final class RevisionBeans implements JavaRevisions {

    private final ListableBeanFactory beanFactory;
    private final Predicate<JavaRevision> chosen;

    private RevisionBeans(ListableBeanFactory beanFactory, Predicate<JavaRevision> chosen) {
        this.beanFactory = beanFactory;
        this.chosen = chosen;
    }

    /** Those, and the classes of some packages that are none. */
    public static JavaRevisions and(List<String> packages, ListableBeanFactory beanFactory, ClassLoader classLoader) {
        return new RevisionPackages(packages, classLoader, new RevisionBeans(beanFactory, revision -> true));
    }

    /** Of several databases' revisions those of one: the beans as well as the other classes of its packages. */
    static JavaRevisions within(List<String> packages, ListableBeanFactory beanFactory, ClassLoader classLoader) {
        return new RevisionPackages(
                packages,
                classLoader,
                new RevisionBeans(
                        beanFactory,
                        revision -> packages.stream()
                                .anyMatch(name -> ClassUtils.getUserClass(revision)
                                        .getName()
                                        .startsWith(name + "."))));
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
                JavaRevision revision = beanFactory.getBean(name, JavaRevision.class);
                if (chosen.test(revision)) {
                    revisions.add(revision);
                }
            } catch (BeansException exception) {
                MigrationCycleException.throwIfCycle(name, exception);
                throw exception;
            }
        }
        return revisions;
    }
}
