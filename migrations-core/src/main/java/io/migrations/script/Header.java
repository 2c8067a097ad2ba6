/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the comment lines before a script's first statement say, key by key, with the line each stands on. */
record Header(Map<HeaderKey, Entry> entries) {

    record Entry(String value, int line) {}

    private static final Pattern COMMA = Pattern.compile(",");

    Header {
        entries = entries.isEmpty() ? Map.of() : new EnumMap<>(entries);
    }

    boolean has(HeaderKey key) {
        return entries.containsKey(key);
    }

    /** The key's value; none where the key is absent or has no value. */
    Optional<String> value(HeaderKey key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !value.isEmpty());
    }

    /** The comma-separated values of a key. */
    List<String> values(HeaderKey key) {
        return value(key).stream()
                .flatMap(value -> COMMA.splitAsStream(value))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The line of the first of these keys that is there, else the first line. */
    int lineOf(HeaderKey... keys) {
        return Stream.of(keys)
                .filter(this::has)
                .mapToInt(key -> Objects.requireNonNull(entries.get(key)).line())
                .findFirst()
                .orElse(1);
    }
}
