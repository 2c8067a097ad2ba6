/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;

/** The code of a revision in Java says something that cannot be done. */
public final class RevisionCodeException extends MigrationException {

    private final String problem;
    private final String remedy;
    private final int line;

    RevisionCodeException(String problem, String remedy, int line) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
        this.line = line;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }

    /** The line of the revision's source. */
    public int line() {
        return line;
    }
}
