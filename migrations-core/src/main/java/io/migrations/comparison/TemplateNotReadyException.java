/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import java.time.Duration;

/** A template database is being made by another process, for longer than anybody wants to wait. */
public final class TemplateNotReadyException extends MigrationException {

    private final String template;

    TemplateNotReadyException(String template, Duration patience) {
        super(
                "Template database '%s' is still being made by another process after %d s. Look in pg_stat_activity for what it waits for, or set 'migrations.lock.timeout' to wait longer."
                        .formatted(template, patience.toSeconds()));
        this.template = template;
    }

    TemplateNotReadyException(String template, InterruptedException cause) {
        super("The wait for template database '%s' was interrupted. Try again.".formatted(template), cause);
        this.template = template;
    }

    /** The database's name. */
    public String template() {
        return template;
    }
}
