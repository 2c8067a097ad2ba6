/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.command.ExitCode;
import io.migrations.command.Invocation;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@link BeanFactoryInitializer} that runs a command. Its turn comes when every bean is defined and before the first one is
 * created for its own sake: an {@code EntityManagerFactory}, which even a lazy context creates at once, might reject the
 * database that the command is to upgrade. What comes later does not happen at all: eager beans, life cycles, schedulers,
 * listeners, runners.
 */
final class CommandInitializer implements BeanFactoryInitializer<ListableBeanFactory> {

    private final ConfigurableApplicationContext context;
    private final ContextHierarchy hierarchy;
    private final Invocation invocation;
    private final CommandProcess process;

    CommandInitializer(
            ConfigurableApplicationContext context,
            ContextHierarchy hierarchy,
            Invocation invocation,
            CommandProcess process) {
        this.context = context;
        this.hierarchy = hierarchy;
        this.invocation = invocation;
        this.process = process;
    }

    @Override
    public void initialize(ListableBeanFactory beanFactory) {
        if (hierarchy.leavesToChild(beanFactory)) {
            return;
        }
        int exitCode = ExitCode.FAILED;
        try {
            exitCode = run();
            context.close();
        } finally {
            // Also where not even the explanation of a fault worked, as threads of the application may keep the
            // process.
            process.exit(exitCode);
        }
    }

    private int run() {
        var application = new ContextApplication(context, Diagnostics.of(context));
        return Interruption.endsAtOnce(
                () -> invocation.run(application), process.terminal().err());
    }
}
