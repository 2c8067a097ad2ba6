/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** What help says of a command that finds nothing but what it was asked for. */
    static final Map<String, String> MEANINGS = meanings(false);

    /** What help says of all commands together. */
    static final Map<String, String> ALL_MEANINGS = meanings(true);

    private ExitCode() {}

    private static Map<String, String> meanings(boolean withFound) {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(String.valueOf(DONE), "Done.");
        meanings.put(String.valueOf(FAILED), "Failed; the reason is on the error stream.");
        meanings.put(String.valueOf(USAGE), "The arguments make no sense; nothing was done.");
        if (withFound) {
            meanings.put(String.valueOf(FOUND), "A check found something.");
        }
        return Collections.unmodifiableMap(meanings);
    }
}
