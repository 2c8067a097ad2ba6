/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a function or a procedure does.
 *
 * @param language what it is written in; none where the body is parsed as SQL
 * @param body its text; null as long as nothing is said
 * @param parsed whether the body is {@code RETURN ...} or {@code BEGIN ATOMIC ... END}, which the server parses when it is
 *     created, and not a string
 * @param definer whether it runs with the privileges of its owner ({@code SECURITY DEFINER})
 * @param settings what is set while it runs: the values of each parameter
 */
public record RoutineText(
        @Nullable String language,
        @Nullable String body,
        boolean parsed,
        boolean definer,
        Map<String, List<Object>> settings)
        implements RoutineClauses<RoutineText> {

    /** Nothing said. */
    public static final RoutineText NONE = new RoutineText(null, null, false, false, Map.of());

    public RoutineText {
        settings = Map.copyOf(settings);
    }

    @Override
    public RoutineText text() {
        return this;
    }

    @Override
    public RoutineText with(RoutineText text) {
        return text;
    }

    /** The lines of a definition that follow its head, with what only functions have in between. */
    String sql(String traits) {
        List<String> lines = new ArrayList<>();
        lines.add(join(language == null ? "" : "LANGUAGE " + Identifiers.quoted(language), traits));
        lines.add(definer ? "SECURITY DEFINER" : "");
        settings.keySet().stream().sorted().forEach(name -> lines.add(setting(name)));
        lines.add(definition());
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String join(String left, String right) {
        return left.isEmpty() || right.isEmpty() ? left + right : left + " " + right;
    }

    private String setting(String name) {
        String values =
                settings.getOrDefault(name, List.of()).stream().map(Value::of).collect(Collectors.joining(", "));
        return "SET " + Name.of(name).sql() + " TO " + values;
    }

    private String definition() {
        if (body == null) {
            throw new InvalidOperationException("A function or procedure without a body.", "Give it one.");
        }
        if (parsed) {
            return body.strip();
        }
        if (body.indexOf('\0') >= 0) {
            throw new InvalidOperationException(
                    "The body '%s' has a NUL character.".formatted(body.replace('\0', ' ')),
                    "Remove it: PostgreSQL's text knows none.");
        }
        return "AS " + Literals.verbatim(body, "body");
    }
}
