/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

/** How a command ends. */
public final class ExitCode {

    /** It did what it was asked for. */
    public static final int DONE = 0;

    /** It failed; the reason is on the error stream. */
    public static final int FAILED = 1;

    /** The arguments make no sense; nothing was done. */
    public static final int USAGE = 2;

    /** A check found something. */
    public static final int FOUND = 3;

    private ExitCode() {}
}
