/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.engine.Migrator;
import java.lang.StackWalker.StackFrame;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Where a context stands among those of a {@link SpringApplicationBuilder}, which starts the parent with the arguments of
 * its child and does not tell it that there is one.
 *
 * @param parent whether a child follows
 */
record ContextHierarchy(boolean parent) {

    /** As the stack tells: the builder of a parent runs inside that of its child. */
    static ContextHierarchy ofThisStart() {
        long builders = StackWalker.getInstance()
                .walk(frames ->
                        frames.filter(ContextHierarchy::isBuilderRunning).count());
        return new ContextHierarchy(builders > 1);
    }

    /** Whether the command is to run in a context that comes after this one. */
    boolean leavesToChild(ListableBeanFactory beanFactory) {
        return parent
                && BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, Migrator.class, true, false).length
                        == 0;
    }

    private static boolean isBuilderRunning(StackFrame frame) {
        return frame.getClassName().equals(SpringApplicationBuilder.class.getName())
                && frame.getMethodName().equals("run");
    }
}
