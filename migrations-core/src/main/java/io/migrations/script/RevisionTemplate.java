/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a new revision before its values are put in.
 *
 * @param source where it is from, for messages
 * @param text its text, with placeholders such as {@code ${revision}}
 */
record RevisionTemplate(String source, String text) {

    /** A team's own template has this name, in the folder of the sources. */
    static final String FILE = "revision.sql.template";

    private static final Pattern PLACEHOLDER = Pattern.compile("(\\$?)\\$\\{([^}]*)}");

    /** A line with one of these is left out where it has no value. What it revises is not: a base says so. */
    private static final Set<String> OPTIONAL = Set.of("dependsOn", "branchLabels");

    /** The template of a team that has none of its own. */
    static RevisionTemplate builtIn() {
        return new RevisionTemplate("the built-in template", """
                -- Revision ID: ${revision}
                -- Description: ${message}
                -- Revises: ${revises}
                -- Depends on: ${dependsOn}
                -- Branch labels: ${branchLabels}
                -- Create Date: ${createDate}

                -- Upgrade
                -- To be written.

                -- Downgrade
                -- To be written. Nothing to undo: remove this line. No way back: remove the marker, too.
                """);
    }

    /**
     * The text with the values in it.
     *
     * @param values by placeholder
     * @param complete whether the author has nothing to add; then nothing is still to be written
     * @throws InvalidTemplateException where the template has a placeholder without a value
     */
    String render(Map<String, String> values, boolean complete) {
        List<String> rendered = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isLeftOut =
                    (complete && line.startsWith(ParsedFile.Section.TO_BE_WRITTEN)) || lacksValue(line, values);
            if (!isLeftOut) {
                rendered.add(render(line, i + 1, values));
            }
        }
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return rendered.stream().collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private static boolean lacksValue(String line, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(line)
                .results()
                .map(placeholder -> placeholder.group(2))
                .anyMatch(name -> OPTIONAL.contains(name)
                        && Objects.requireNonNullElse(values.get(name), "").isEmpty());
    }

    private String render(String line, int number, Map<String, String> values) {
        Matcher placeholders = PLACEHOLDER.matcher(line);
        if (!placeholders.find()) {
            return line;
        }
        return placeholders
                .replaceAll(placeholder -> {
                    if (!placeholder.group(1).isEmpty()) {
                        return Matcher.quoteReplacement(placeholder.group().substring(1));
                    }
                    String value = values.get(placeholder.group(2));
                    if (value == null) {
                        throw InvalidTemplateException.unknown(source, number, placeholder.group(2), values.keySet());
                    }
                    return Matcher.quoteReplacement(value);
                })
                .stripTrailing();
    }
}
