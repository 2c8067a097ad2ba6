/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/** One direction of a revision in Java that works on the database as it goes, so that only running it tells what it does. */
public interface Code {

    /** Runs it. What it throws is its author's. */
    void run(MigratingConnection connection);

    /** The class that it is written in. */
    Class<?> type();

    /** The line of the revision's source that a fault has come from, else the first. */
    int lineOf(Throwable fault);
}
