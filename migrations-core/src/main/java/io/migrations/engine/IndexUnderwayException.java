/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.SQLException;

/** Inside the engine: an index that looks like a leftover is being built by another session at this moment. */
final class IndexUnderwayException extends RuntimeException {

    /** PostgreSQL's code for an object that is in use. */
    private static final String IN_USE = "55006";

    private final SQLException cause;

    IndexUnderwayException(String index) {
        this(new SQLException(
                "index %s is being built by another session: wait for it, and try again".formatted(index), IN_USE));
    }

    private IndexUnderwayException(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    SQLException cause() {
        return cause;
    }
}
