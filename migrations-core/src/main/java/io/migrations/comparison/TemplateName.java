/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a template database, which says what it is a template of. Its locks are those of the application's database,
 * as advisory locks are: so that one is part of the name.
 *
 * @param database the oid of the application's database
 * @param application which of those that keep their history there, in short
 * @param checksum of everything that the template is made from
 */
record TemplateName(long database, int application, long checksum) {

    /** As a regular expression of the server's. */
    static final String PATTERN = "^migrations_template_[0-9a-f]{8}_[0-9a-f]{8}_[0-9a-f]{16}$";

    private static final Pattern PARTS =
            Pattern.compile("migrations_template_([0-9a-f]{8})_([0-9a-f]{8})_([0-9a-f]{16})");

    static TemplateName parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'%s' is no name of a template.".formatted(text));
        }
        return new TemplateName(
                HexFormat.fromHexDigitsToLong(parts.group(1)),
                HexFormat.fromHexDigits(parts.group(2)),
                HexFormat.fromHexDigitsToLong(parts.group(3)));
    }

    /** The lock of those who use it, shared by them. */
    long useLock() {
        return checksum;
    }

    /** The lock of the one who makes it. */
    long makeLock() {
        return ~checksum;
    }

    boolean isOfSameApplication(TemplateName other) {
        return database == other.database && application == other.application;
    }

    String text() {
        HexFormat hex = HexFormat.of();
        return "migrations_template_%s_%s_%s"
                .formatted(hex.toHexDigits((int) database), hex.toHexDigits(application), hex.toHexDigits(checksum));
    }
}
