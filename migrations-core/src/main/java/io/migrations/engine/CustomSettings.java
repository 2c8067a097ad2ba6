/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The custom settings that a statement may set, as far as its text tells, the bodies of functions and of {@code DO}
 * included: names of two parts after {@code SET}, and, where {@code set_config} is called, every string constant that
 * looks like one. Rather too many than too few: a name that is none only costs being looked at.
 */
final class CustomSettings {

    private static final int ENOUGH = 500;
    private static final String PART = "[A-Za-z_][A-Za-z0-9_$]*";
    private static final Pattern SET = Pattern.compile(
            "\\bset\\s+(?:session\\s+)?\"?(" + PART + ")\"?\\s*\\.\\s*\"?(" + PART + ")\"?\\s*(?:=|to\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SET_CONFIG = Pattern.compile("\\bset_config\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANT = Pattern.compile("'(" + PART + "(?:\\." + PART + ")+)'");

    private CustomSettings() {}

    /** Their names, in lower case: the server compares them so. */
    static Set<String> in(Statement statement) {
        String text = statement.text();
        Set<String> names = new LinkedHashSet<>();
        Matcher set = SET.matcher(text);
        while (set.find() && names.size() < ENOUGH) {
            names.add((set.group(1) + "." + set.group(2)).toLowerCase(Locale.ROOT));
        }
        if (SET_CONFIG.matcher(text).find()) {
            Matcher constant = CONSTANT.matcher(text);
            while (constant.find() && names.size() < ENOUGH) {
                names.add(constant.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
