/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** A text that a page shows. It stands in a file, which is compared here with what there really is. */
public record Shown(String file, String text) {

    /** Stands for any number of lines. */
    private static final String LEFT_OUT = "…";

    /** A file of {@code docs} in the test resources. */
    public static Shown of(String file) {
        try {
            return new Shown(file, new ClassPathResource("docs/" + file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The statements of a script whose strings have no semicolon. */
    List<String> statements() {
        return Pattern.compile(";\\s*(?:--.*)?\n").splitAsStream(text).toList();
    }

    /** That something printed is what is shown, but for when, how long and where. */
    void assertIs(String printed) {
        if (text.lines().noneMatch(line -> line.strip().equals(LEFT_OUT))) {
            assertThat(normal(printed)).as(file).isEqualTo(normal(text));
            return;
        }
        String pattern = normal(text)
                .lines()
                .map(line -> line.strip().equals(LEFT_OUT) ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
                .collect(Collectors.joining());
        assertThat(normal(printed) + "\n").as(file).matches(pattern);
    }

    /** That among lines printed are the lines that are shown. */
    public void assertIsIn(String printed) {
        assertThat(normal(printed)).as(file).contains(normal(text));
    }

    /** That the lines that are shown were logged, in their order. */
    public void assertIsLogged(String log) {
        List<String> shown = normal(text).lines().toList();
        // What stands before a message depends on which test was first to set up the log.
        List<String> messages = normal(log)
                .lines()
                .map(line -> shown.stream().filter(line::endsWith).findFirst().orElse(line))
                .toList();
        assertThat(messages).as(file).containsSubsequence(shown);
    }

    private static String normal(String text) {
        return text.replaceAll("\\b\\d+ ms\\b", "<any> ms")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z| UTC)?", "<time>")
                .replaceAll("\\b\\d{14}_", "<time>_")
                .replaceAll("-p \\d+\\b", "-p <port>")
                .replaceAll("\\blocalhost(?::\\d+)?/\\w+", "localhost/<database>")
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
