/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connection that a revision is run on, in its transaction. */
public interface MigratingConnection {

    /** Runs a statement at once. */
    void execute(Statement statement);

    /** For work on data. */
    JdbcClient jdbc();
}
