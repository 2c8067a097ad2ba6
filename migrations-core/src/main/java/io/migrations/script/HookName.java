/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells hooks from revisions by the names of their files. */
final class HookName {

    private static final String FOLDER = "hooks/";

    /** Callbacks of Flyway, whose names a project that moves over brings along. */
    private static final List<String> FOREIGN = List.of(
            "beforemigrate",
            "aftermigrate",
            "beforeeachmigrate",
            "aftereachmigrate",
            "beforeundo",
            "afterundo",
            "beforeeachundo",
            "aftereachundo");

    private static final Pattern STATES_ID =
            Pattern.compile("^--+\\s*revision[ _-]?id\\s*:", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private HookName() {}

    /**
     * The point of a file that is a hook: one directly in its location, or in the folder {@code hooks} there.
     *
     * @param path the file, from the location on
     */
    static Optional<HookPoint> pointOf(String path) {
        return HookPoint.named(path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path);
    }

    /** Whether a file is where nothing but hooks is expected. */
    static boolean isInFolder(String path) {
        return path.startsWith(FOLDER);
    }

    /** Whether a file says that it is a revision, whatever it is called. */
    static boolean statesId(ScriptFile file) {
        return STATES_ID.matcher(file.text()).find();
    }

    /**
     * What is wrong with a file that is no hook, and whose author may well think so. A file that states a revision's id
     * is a revision.
     *
     * @param inFolder whether it is in the folder for hooks
     */
    static Optional<ScriptFault> fault(ScriptFile file, boolean inFolder) {
        if (file.repeatable() != null || statesId(file)) {
            return Optional.empty();
        }
        String name = file.name();
        Optional<HookPoint> exact = HookPoint.named(name);
        if (exact.isPresent()) {
            return Optional.of(new ScriptFault(
                    file.path(),
                    1,
                    "A hook runs for all revisions, and '%s' is in a folder below its location.".formatted(name),
                    "Move it up, or into the folder 'hooks' there; for a revision, write '-- Revision ID' in its header"
                            + " and give it another name."));
        }
        String letters = Letters.of(name.substring(0, name.length() - ".sql".length()));
        boolean isNumbered = Character.isDigit(name.charAt(0));
        Optional<HookPoint> meant = meant(letters);
        if (!inFolder && (isNumbered || (meant.isEmpty() && !isForeign(letters)))) {
            return Optional.empty();
        }
        return Optional.of(new ScriptFault(
                file.path(),
                1,
                "'%s' looks like a hook, and is not one.".formatted(name),
                "Name it %s; or, if it is a revision, write '-- Revision ID' in its header%s."
                        .formatted(
                                meant.map(point -> "'" + point.fileName() + "'").orElseGet(HookName::names),
                                inFolder ? " and move it out of 'hooks'" : "")));
    }

    private static Optional<HookPoint> meant(String letters) {
        return Stream.of(HookPoint.values())
                .filter(point -> letters.startsWith(Letters.of(point.stem())))
                .findFirst()
                .or(() -> Stream.of(HookPoint.values())
                        .filter(point -> Letters.areNear(letters, Letters.of(point.stem())))
                        .findFirst());
    }

    private static boolean isForeign(String letters) {
        return FOREIGN.stream().anyMatch(letters::startsWith);
    }

    private static String names() {
        return "as one of %s"
                .formatted(
                        Stream.of(HookPoint.values()).map(HookPoint::fileName).toList());
    }
}
