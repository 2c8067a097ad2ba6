/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kind of thing that outlives a transaction in its session, and so reaches whoever uses the session next. */
interface Leftover {

    /** An SQL expression for what of it there is now: an array of texts in a fixed order. */
    String expression();

    /**
     * Takes away what has come, and brings back what has gone, as far as that is possible.
     *
     * @param before what there was
     * @param now what there is
     */
    void restore(JdbcClient jdbc, List<String> before, List<String> now);
}
