/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.StatementBeginning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database after an attempt at a statement that did not end as it should.
 *
 * @param died whether nobody knows how it ended, so that its effect may be there without a record. A statement that the
 *     server said has failed has none, but may have left something
 */
record Aftermath(JdbcClient jdbc, boolean died, StatementBeginning beginning) {

    /** A condition: what was made with this row of the catalog is no older than the first attempt. */
    String isOfAnAttempt(String xmin) {
        return isNoOlder(xmin, beginning.attempted());
    }

    /** A condition: what was made with this row of the catalog may be the effect of the attempt that is in doubt. */
    String isInDoubt(String xmin) {
        return died ? isNoOlder(xmin, beginning.doubted()) : "false";
    }

    /** Whether a query finds anything. */
    boolean finds(String query, Object... parameters) {
        return jdbc.sql("SELECT EXISTS (%s)".formatted(query))
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    /** The one truth value that a query returns, if it returns a row. */
    Optional<Boolean> truth(String query, Object... parameters) {
        return jdbc.sql(query).params(parameters).query(Boolean.class).optional();
    }

    private static String isNoOlder(String xmin, @Nullable String transaction) {
        return transaction == null ? "false" : "age(%s) <= age('%s'::xid)".formatted(xmin, Long.parseLong(transaction));
    }
}
