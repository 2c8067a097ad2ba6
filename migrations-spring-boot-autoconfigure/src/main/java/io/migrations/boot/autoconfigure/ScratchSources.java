/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.comparison.ScratchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Which of the {@link ScratchSource} beans is for which migrator. */
public final class ScratchSources {

    private static final String SUFFIX = "ScratchSource";

    private ScratchSources() {}

    /** That of a migrator with a name, else the only one there is; none where that cannot be told. */
    public static @Nullable ScratchSource of(@Nullable String migrator, ListableBeanFactory beanFactory) {
        return migrator != null && beanFactory.containsBean(beanNameOf(migrator))
                ? beanFactory.getBean(beanNameOf(migrator), ScratchSource.class)
                : beanFactory.getBeanProvider(ScratchSource.class, false).getIfUnique();
    }

    static String beanNameOf(String migrator) {
        return migrator + SUFFIX;
    }
}
