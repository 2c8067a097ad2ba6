/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page shows of a terminal: commands, and below each what it prints. */
record Transcript(List<Typed> commands) {

    private static final Pattern TYPED = Pattern.compile("(?m)^(?:(\\w*)\\$ )?java -jar \\S+ migrations (.*)$");
    private static final Pattern ARGUMENT = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
    private static final Pattern NEW_ID = Pattern.compile("Revision ([0-9a-f]{12}) ");

    /**
     * A command.
     *
     * @param who typed it, if the prompt says so
     * @param printed what is shown of it
     */
    record Typed(@Nullable String who, List<String> arguments, Shown printed) {

        /** As it is typed, and with the id that the page has for a new revision. */
        List<String> runnable() {
            List<String> runnable = new ArrayList<>(arguments);
            Matcher id = NEW_ID.matcher(printed.text());
            if (id.find()) {
                runnable.addAll(List.of("--rev-id", id.group(1)));
            }
            return runnable;
        }
    }

    /** A file of {@code docs} in the test resources. */
    static Transcript of(String file) {
        String text = Shown.of(file).text();
        List<MatchResult> typed = TYPED.matcher(text).results().toList();
        List<Typed> commands = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            MatchResult command = typed.get(i);
            int end = i + 1 < typed.size() ? typed.get(i + 1).start() : text.length();
            commands.add(new Typed(
                    command.group(1),
                    arguments(command.group(2)),
                    new Shown(file + ": " + command.group(), text.substring(command.end(), end))));
        }
        return new Transcript(commands);
    }

    /** What one of several people types. */
    Transcript by(String who) {
        return new Transcript(
                commands.stream().filter(command -> who.equals(command.who())).toList());
    }

    /** Types the commands, and compares. */
    void replay(Console console) {
        assertThat(commands).isNotEmpty();
        for (Typed command : commands) {
            command.printed().assertIs(console.type(command.runnable()));
        }
    }

    private static List<String> arguments(String line) {
        return ARGUMENT.matcher(line)
                .results()
                .map(argument -> argument.group().replace("\"", ""))
                .toList();
    }
}
