/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that Flyway gives files, which a project that moves over brings along: {@code V1.1__add_notes.sql}. */
final class FlywayName {

    private static final Pattern VERSIONED = Pattern.compile("(V[0-9][0-9._]*?)__(.*)", Pattern.DOTALL);
    private static final Pattern UNDO = Pattern.compile("U([0-9][0-9._]*?)__(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)", Pattern.DOTALL);

    private FlywayName() {}

    /** What a file's name is compared by, so that {@code V1} comes before {@code V1.1}: a blank is before every dot. */
    static String order(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? versioned.group(1) + " " + versioned.group(2) : name;
    }

    /** What is wrong with a file that would be run as a revision, and is something else to Flyway. */
    static Optional<ScriptFault> fault(ScriptFile file) {
        if (file.repeatable() != null || HookName.statesId(file)) {
            return Optional.empty();
        }
        Matcher undo = UNDO.matcher(file.name());
        if (undo.matches()) {
            return fault(
                    file,
                    "'%s' is named as Flyway names the undo script of another.".formatted(file.name()),
                    "Name it 'V%s__%s_rollback.sql', beside its upgrade".formatted(undo.group(1), undo.group(2)));
        }
        return REPEATABLE.matcher(file.name()).matches()
                ? fault(
                        file,
                        "'%s' is named as Flyway names a repeatable script.".formatted(file.name()),
                        "Move it into the folder 'repeatable' of its location, without the 'R__'")
                : Optional.empty();
    }

    private static Optional<ScriptFault> fault(ScriptFile file, String message, String remedy) {
        return Optional.of(new ScriptFault(
                file.path(), 1, message, remedy + "; or, if it is a revision, write '-- Revision ID' in its header."));
    }
}
