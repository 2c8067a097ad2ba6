/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.MigrationException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;

/** A bean that takes part in the migration needs one that waits for the migration. */
public final class MigrationBeanCycleException extends MigrationException {

    private final String kind;
    private final List<String> path;

    MigrationBeanCycleException(String kind, List<String> path, Throwable cause) {
        super(
                "The %s bean '%s' takes part in the migration, and needs a bean that waits for the migration."
                        .formatted(kind, path.get(0)),
                cause);
        this.kind = kind;
        this.path = List.copyOf(path);
    }

    /** What the bean is, in words: {@code migration listener}. */
    public String kind() {
        return kind;
    }

    /** The bean. */
    public String bean() {
        return path.get(0);
    }

    /**
     * The names of the beans from {@link #bean()} on, each needing the next.
     *
     * @param failure the whole failure: where the bean was asked for first, it knows more than this exception
     */
    public List<String> pathWithin(Throwable failure) {
        List<String> outer = names(failure);
        int start = outer.indexOf(bean());
        return path.size() > 1 || start < 0 ? path : outer.subList(start, outer.size());
    }

    /** The beans whose creation failed, each for the sake of the one before. */
    static List<String> names(Throwable failure) {
        List<String> names = new ArrayList<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BeanCreationException creation
                    && creation.getBeanName() != null
                    && !names.contains(creation.getBeanName())) {
                names.add(creation.getBeanName());
            }
        }
        return names;
    }
}
