/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.Legible;
import io.migrations.engine.JdbcUrls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out one half of a failure report: wrapped sentences, aligned fields, and quoted text as it is. */
final class Report {

    private static final int WIDTH = 96;
    private static final int WIDEST_LABEL = 44;
    private static final String INDENT = "    ";

    private record Field(String label, String value) {}

    private final @Nullable String migrator;
    private final List<String> lines = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private @Nullable String untouched;

    Report() {
        this(null);
    }

    /** Of one of several migrators. */
    Report(@Nullable String migrator) {
        this.migrator = migrator;
    }

    /** Which of several it is about; none where there is one. */
    @Nullable String migrator() {
        return migrator;
    }

    /** A paragraph. */
    Report text(String sentences) {
        blank();
        lines.addAll(wrapped(sentences, WIDTH));
        return this;
    }

    /** The last paragraph, which says that nothing was run: no news of a command that never runs anything. */
    void untouched(String sentence) {
        untouched = sentence;
    }

    @Nullable String untouched() {
        return untouched;
    }

    /** Text that keeps its lines, such as SQL. */
    Report quote(String text) {
        blank();
        text.lines().forEach(line -> lines.add(line.isBlank() ? "" : INDENT + line));
        return this;
    }

    /** A label and its value; without value nothing. Fields that follow each other are aligned. */
    Report field(String label, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.add(new Field(label, value.toString().strip()));
        }
        return this;
    }

    @Override
    public String toString() {
        alignFields();
        return JdbcUrls.withoutSecretsIn(Legible.text(String.join(System.lineSeparator(), lines)));
    }

    static String named(Collection<String> names) {
        return names.stream().map(name -> "'" + Legible.line(name) + "'").collect(Collectors.joining(", "));
    }

    /** {@code statement} for one, {@code 2 statements} for two: what follows "its first". */
    static String count(int number, String noun) {
        return number == 1 ? noun : "%d %ss".formatted(number, noun);
    }

    static String duration(Duration duration) {
        return duration.toSeconds() == 0 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }

    private void blank() {
        alignFields();
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private void alignFields() {
        List<Field> open = List.copyOf(fields);
        fields.clear();
        if (open.isEmpty()) {
            return;
        }
        blank();
        int widest =
                open.stream().mapToInt(field -> field.label().length()).max().orElse(0);
        // Values beside very long labels would have no room.
        int column = widest > WIDEST_LABEL ? INDENT.length() : widest + 3;
        for (Field field : open) {
            List<String> value = field.value()
                    .lines()
                    .flatMap(line -> wrapped(line, WIDTH - INDENT.length() - column).stream())
                    .toList();
            int first = 0;
            String label = INDENT + field.label();
            if (widest <= WIDEST_LABEL) {
                label = label + " ".repeat(INDENT.length() + column - label.length()) + value.get(0);
                first = 1;
            }
            lines.add(label);
            value.subList(first, value.size()).forEach(line -> lines.add(INDENT + " ".repeat(column) + line));
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> result = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                result.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        result.add(line.toString());
        return result;
    }
}
