/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

/**
 * What the user types to say where to go. The grammar is Alembic's; this parser is the only place that knows it.
 *
 * @see #parse(String)
 */
public sealed interface Target {

    /** The single head of the graph. */
    record Head() implements Target {

        @Override
        public String toString() {
            return "head";
        }
    }

    /** All heads of the graph. */
    record Heads() implements Target {

        @Override
        public String toString() {
            return "heads";
        }
    }

    /** Before the first revision. */
    record Base() implements Target {

        @Override
        public String toString() {
            return "base";
        }
    }

    /** The revision with this id. */
    record Id(String id) implements Target {

        @Override
        public String toString() {
            return id;
        }
    }

    /** Reads {@code head}, {@code heads}, {@code base} or a revision id. */
    static Target parse(String text) {
        String trimmed = text.strip();
        return switch (trimmed) {
            case "" ->
                throw new InvalidTargetException(
                        text, "The target is empty; use 'head', 'heads', 'base' or a revision id.");
            case "head" -> new Head();
            case "heads" -> new Heads();
            case "base" -> new Base();
            default -> new Id(trimmed);
        };
    }
}
