/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the file of a new revision is called. The name is no identity: that is in the header. */
final class FileName {

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".sql";

    private FileName() {}

    /**
     * The name that a pattern gives.
     *
     * @throws InvalidFileNameException where the pattern names no file
     */
    static String of(String pattern, String id, String description, Instant created) {
        String slug = Slug.of(description);
        String stem = pattern.endsWith(SUFFIX) ? pattern.substring(0, pattern.length() - SUFFIX.length()) : pattern;
        String name = replace(stem, Map.of("timestamp", TIMESTAMP.format(created), "id", id, "slug", slug));
        if (slug.isEmpty()) {
            name = name.replaceAll("_{2,}", "_").replaceAll("^_|_$", "");
        }
        boolean isNameless = slug.isEmpty() && !stem.contains("{id}");
        boolean isHook = HookPoint.named(name + SUFFIX).isPresent();
        // A file that ends so is the other half of a pair.
        boolean isRollback = name.toLowerCase(Locale.ROOT).endsWith("_rollback");
        return (isNameless || isRollback || isHook ? name + "_" + id : name) + SUFFIX;
    }

    private static String replace(String pattern, Map<String, String> values) {
        if (!TOKEN.matcher(pattern).find() || pattern.matches(".*[/\\\\:*?\"<>|\\s].*")) {
            throw new InvalidFileNameException(pattern);
        }
        return TOKEN.matcher(pattern).replaceAll(token -> {
            String value = values.get(token.group(1));
            if (value == null) {
                throw new InvalidFileNameException(pattern);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
