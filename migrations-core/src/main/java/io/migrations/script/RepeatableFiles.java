/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import org.jspecify.annotations.Nullable;

/** Tells repeatable scripts from revisions by the folder they are in. */
final class RepeatableFiles {

    private static final String FOLDER = "repeatable/";
    private static final String SUFFIX = ".sql";

    private RepeatableFiles() {}

    /**
     * What the repeatable script in a file is called.
     *
     * @param relative the file's path below its location
     * @return its path below the folder {@code repeatable}, without {@code .sql}; none where it is not in there
     */
    static @Nullable String nameOf(String relative) {
        return relative.startsWith(FOLDER)
                ? relative.substring(FOLDER.length(), relative.length() - SUFFIX.length())
                : null;
    }
}
