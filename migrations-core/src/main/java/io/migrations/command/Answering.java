/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.PrintStream;

/** A command about the commands, which needs no application. */
interface Answering {

    /** Prints what it was asked for. */
    void answer(PrintStream out);
}
