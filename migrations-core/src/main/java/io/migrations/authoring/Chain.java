/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An expression of Java with methods called on it, one after the other. */
final class Chain {

    private static final int WIDTH = 90;
    private static final String INDENT = "        ";
    private static final String TEXT_BLOCK = "\"\"\"\n";

    private final String start;
    private final List<String> calls = new ArrayList<>();

    private Chain(String start) {
        this.start = start;
    }

    static Chain of(String start) {
        return new Chain(start);
    }

    Chain call(String method, String... arguments) {
        calls.add("." + invocation(method, List.of(arguments)));
        return this;
    }

    Chain callIf(boolean called, String method, String... arguments) {
        return called ? call(method, arguments) : this;
    }

    <T> Chain callIfGiven(String method, @Nullable T value, Function<T, String> argument) {
        return value == null ? this : call(method, argument.apply(value));
    }

    <T> Chain callIfAny(String method, List<T> values, Function<T, String> argument) {
        if (values.isEmpty()) {
            return this;
        }
        return call(method, values.stream().map(argument).toArray(String[]::new));
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    @Override
    public String toString() {
        String line = start + String.join("", calls);
        if (calls.size() < 2 || (line.length() <= WIDTH && !line.contains("\n"))) {
            return line;
        }
        return start + calls.get(0) + indented("\n" + String.join("\n", calls.subList(1, calls.size())));
    }

    /** A call with its arguments, in one line where that is not too long. */
    static String invocation(String method, List<String> arguments) {
        String line = method + "(" + String.join(", ", arguments) + ")";
        boolean isShort = line.length() <= WIDTH && !line.contains("\n");
        if (isShort || arguments.isEmpty()) {
            return line;
        }
        if (endsInTextBlock(method, arguments)) {
            return indented(line);
        }
        return method + "(" + indented("\n" + String.join(",\n", arguments)) + ")";
    }

    /** A text block begins in the line of what comes before it. */
    private static boolean endsInTextBlock(String method, List<String> arguments) {
        String last = arguments.get(arguments.size() - 1);
        String before = method + String.join(", ", arguments.subList(0, arguments.size() - 1));
        return last.startsWith(TEXT_BLOCK) && !before.contains("\n") && before.length() <= WIDTH;
    }

    private static String indented(String text) {
        return text.replace("\n", "\n" + INDENT);
    }
}
