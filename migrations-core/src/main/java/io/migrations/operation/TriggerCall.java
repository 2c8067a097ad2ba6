/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a trigger runs.
 *
 * @param arguments strings that the function finds in {@code TG_ARGV}
 */
public record TriggerCall(Name function, List<String> arguments) {

    public TriggerCall {
        arguments = List.copyOf(arguments);
    }

    /** A function by its name, also with empty parentheses: {@code touch()}. */
    public static TriggerCall of(String function, String... arguments) {
        String name = function.strip();
        String bare = name.endsWith("()") ? name.substring(0, name.length() - 2).strip() : name;
        return new TriggerCall(Name.of(bare), List.of(arguments));
    }

    String sql() {
        String list = arguments.stream().map(Value::ofText).collect(Collectors.joining(", "));
        return "EXECUTE FUNCTION " + function.sql() + "(" + list + ")";
    }
}
