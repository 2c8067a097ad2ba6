/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as its source says it.
 *
 * @param values the tokens of each attribute
 */
record JavaAnnotation(Map<String, List<JavaToken>> values) {

    /** The first one of that simple name; none where there is none, or its parentheses never end. */
    static Optional<JavaAnnotation> find(List<JavaToken> tokens, String name) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean named = tokens.get(i).is(name)
                    && (tokens.get(i - Math.min(i, 1)).is("@")
                            || tokens.get(i - Math.min(i, 1)).is("."));
            if (named && tokens.get(i + 1).is("(")) {
                return attributes(tokens.subList(i + 2, tokens.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<JavaAnnotation> attributes(List<JavaToken> tokens) {
        Map<String, List<JavaToken>> values = new HashMap<>();
        List<JavaToken> attribute = new ArrayList<>();
        int depth = 0;
        for (JavaToken token : tokens) {
            boolean ends = depth == 0 && (token.is(",") || token.is(")"));
            if (ends) {
                if (attribute.size() > 2 && attribute.get(1).is("=")) {
                    values.put(attribute.get(0).text(), List.copyOf(attribute.subList(2, attribute.size())));
                }
                if (token.is(")")) {
                    return Optional.of(new JavaAnnotation(values));
                }
                attribute.clear();
                continue;
            }
            depth += switch (token.text()) {
                case "(", "{" -> 1;
                case ")", "}" -> -1;
                default -> 0;
            };
            attribute.add(token);
        }
        return Optional.empty();
    }

    /** Whether the compiler is not needed to know what it says. */
    boolean isPlain() {
        return values.values().stream()
                .flatMap(List::stream)
                .allMatch(token -> !token.isName() || token.is("true") || token.is("false"));
    }

    /** The text that an attribute is, put together of as many strings as it may be. */
    Optional<String> text(String name) {
        return texts(name).filter(texts -> texts.size() == 1).map(texts -> texts.get(0));
    }

    /** The texts that an attribute lists; none where it is not there. */
    Optional<List<String>> texts(String name) {
        List<JavaToken> tokens = values.get(name);
        if (tokens == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        boolean joined = false;
        for (JavaToken token : tokens) {
            if (token.isString() && joined) {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + token.value());
            } else if (token.isString()) {
                texts.add(token.value());
            }
            joined = token.is("+");
        }
        return Optional.of(texts);
    }
}
