/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file.
 *
 * @param path where it is, as messages name it: {@code db/migrations/001_add_order_notes.sql}
 * @param text its text
 * @param repeatable what a repeatable script in it is called; none where it holds a revision
 */
record ScriptFile(String path, String text, @Nullable String repeatable) {

    ScriptFile(String path, String text) {
        this(path, text, null);
    }

    private static final String SUFFIX = ".sql";
    private static final String ROLLBACK_SUFFIX = "_rollback.sql";

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isRollback() {
        return name().toLowerCase(Locale.ROOT).endsWith(ROLLBACK_SUFFIX);
    }

    /** The path of the upgrade that this rollback file belongs to. */
    String upgradePath() {
        return path.substring(0, path.length() - ROLLBACK_SUFFIX.length())
                + path.substring(path.length() - SUFFIX.length());
    }

    /** The id of a file whose header states none: its name up to the first underscore. */
    String defaultId() {
        String stem = stem();
        int underscore = stem.indexOf('_');
        return underscore > 0 ? stem.substring(0, underscore) : stem;
    }

    /** What the file name says in words, without the id or the number it begins with. */
    String description(String id) {
        String stem = stem();
        int underscore = stem.indexOf('_');
        boolean begins =
                underscore > 0 && (stem.substring(0, underscore).equals(id) || Character.isDigit(stem.charAt(0)));
        return (begins ? stem.substring(underscore + 1) : stem).replace('_', ' ');
    }

    private String stem() {
        return name().substring(0, name().length() - SUFFIX.length());
    }
}
