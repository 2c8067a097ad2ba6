/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.command.ExitCode;
import io.migrations.command.Invocation;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/**
 * {@link LifecycleProcessor} that runs a command instead of starting anything. Its turn comes when the context's beans are
 * there, and before web servers, schedulers, listeners and runners: they all start with the life cycle, or after it.
 */
final class CommandLifecycleProcessor implements LifecycleProcessor {

    private final ConfigurableApplicationContext context;
    private final ContextHierarchy hierarchy;
    private final Invocation invocation;
    private final CommandProcess process;

    CommandLifecycleProcessor(
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
    public void onRefresh() {
        if (hierarchy.leavesToChild(context)) {
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

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
