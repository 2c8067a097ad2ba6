/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.MigrationException;

/** An operation that PostgreSQL could not carry out as it is written, found before it is sent. */
public final class InvalidOperationException extends MigrationException {

    private final String problem;
    private final String remedy;

    /**
     * An operation that is wrong.
     *
     * @param problem what is wrong, as a sentence that quotes the values
     * @param remedy what to do about it, as a sentence
     */
    public InvalidOperationException(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
