/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.SQLException;
import java.util.Optional;

/** What the driver said, below whatever wraps it. */
final class SqlCause {

    static final String INSUFFICIENT_PRIVILEGE = "42501";

    private SqlCause() {}

    static Optional<SQLException> of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
