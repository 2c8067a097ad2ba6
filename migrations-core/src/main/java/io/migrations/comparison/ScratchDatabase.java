/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import javax.sql.DataSource;

/**
 * An empty database to try things in, which leaves nothing behind once it is closed. For one thread. A process that dies
 * before leaves it to the next one, which takes it away.
 */
public interface ScratchDatabase extends AutoCloseable {

    /** Its name on its server. */
    String name();

    /** Sessions in it; each connection is a new one. */
    DataSource dataSource();

    /** Makes it empty again. No session may be using it. */
    void clear();

    /** Takes away everything that was made. */
    @Override
    void close();
}
