/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/** Tells Boot's audit who has asked for what, and what came of it: events {@code MIGRATION_UPGRADE} and its like. */
public final class RunAudit {

    private final ApplicationEventPublisher publisher;

    /** Tells by events. */
    public RunAudit(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void requested(RunDescriptor run) {
        publish(run, "requested");
    }

    void ended(RunDescriptor run) {
        publish(run, run.state());
    }

    private void publish(RunDescriptor run, String outcome) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("run", String.valueOf(run.id()));
        data.put("migrator", run.migrator());
        data.put("targets", run.targets());
        data.put("outcome", outcome);
        if (run.problem() != null) {
            data.put("problem", run.problem());
        }
        publisher.publishEvent(new AuditApplicationEvent(
                run.requestedBy(), "MIGRATION_" + run.action().toUpperCase(Locale.ROOT), data));
    }
}
