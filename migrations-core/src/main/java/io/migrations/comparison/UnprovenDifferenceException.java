/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import org.jspecify.annotations.Nullable;

/** What was derived did not do in the scratch database what it is for, so that nothing was written. */
public final class UnprovenDifferenceException extends MigrationException {

    private final String script;
    private final String detail;

    UnprovenDifferenceException(String what, String detail, String script, @Nullable Throwable cause) {
        super(
                "%s:%n%n%s%n%nNothing was written. Write this part by hand, or leave it out with 'migrations.model.exclude'. What was tried:%n%n%s"
                        .formatted(
                                what,
                                detail.indent(2).stripTrailing(),
                                script.indent(2).stripTrailing()),
                cause);
        this.script = script;
        this.detail = detail;
    }

    /** The statements that were tried. */
    public String script() {
        return script;
    }

    /** What differs still, or what the server said. */
    public String detail() {
        return detail;
    }
}
