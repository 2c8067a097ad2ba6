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
import org.jspecify.annotations.Nullable;

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
     * The text with the values in it, still to be filled in.
     *
     * @param values by placeholder
     * @throws InvalidTemplateException where the template has a placeholder without a value
     */
    String render(Map<String, String> values) {
        return joined(lines(values));
    }

    /**
     * The text with the values and what the revision does in it.
     *
     * @param values by placeholder
     * @param upgrade its statements as they are to be written
     * @param downgrade the same of the way back, if there is one
     * @throws InvalidTemplateException where the template has a placeholder without a value
     */
    String render(Map<String, String> values, String upgrade, @Nullable String downgrade, boolean isTransactional) {
        return joined(new TemplateFrame(lines(values)).filled(upgrade, downgrade, isTransactional));
    }

    private List<String> lines(Map<String, String> values) {
        List<String> rendered = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lacksValue(lines.get(i), values)) {
                rendered.add(render(lines.get(i), i + 1, values));
            }
        }
        return rendered;
    }

    private String joined(List<String> lines) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return lines.stream().collect(Collectors.joining(lineEnd, "", lineEnd));
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
