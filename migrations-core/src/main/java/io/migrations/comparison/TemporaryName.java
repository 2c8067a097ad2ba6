/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a database that is made for one use. It says which advisory lock a living user of it holds, from before it is
 * made until after it is dropped: a database with such a name that nobody holds the lock of is left over.
 */
record TemporaryName(String prefix, long key) {

    static final String SCRATCH = "migrations_scratch_";
    static final String COPY = "migrations_copy_";

    /** As a regular expression of the server's. */
    static final String PATTERN = "^migrations_(scratch|copy)_[0-9a-f]{16}$";

    private static final Pattern PARTS = Pattern.compile("(migrations_(?:scratch|copy)_)([0-9a-f]{16})");

    static TemporaryName random(String prefix) {
        return new TemporaryName(prefix, ThreadLocalRandom.current().nextLong());
    }

    static TemporaryName parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name for a temporary database. Take one that was made for it.".formatted(text));
        }
        return new TemporaryName(parts.group(1), HexFormat.fromHexDigitsToLong(parts.group(2)));
    }

    String lock() {
        return HexFormat.of().toHexDigits(key);
    }

    String text() {
        return prefix + lock();
    }
}
