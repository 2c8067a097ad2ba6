/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.Legible;
import io.migrations.sql.Comment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header out of the comments before a script's first statement.
 *
 * <p>A run of comment lines is a header if one of them has a known key; there, every {@code Key: value} must have one.
 * Other comments are free, unless they look like a misspelt key. A description makes no header by itself: as a word it
 * is too common in free comments.
 */
final class HeaderParser {

    private static final Pattern KEY_AND_VALUE = Pattern.compile("--+\\s*([A-Za-z][A-Za-z _-]{0,40}?)\\s*:(.*)");
    private static final int DATE_LENGTH = "2024-10-15".length();

    private final String file;
    private final List<ScriptFault> faults;
    private final Map<HeaderKey, Header.Entry> entries = new EnumMap<>(HeaderKey.class);

    private HeaderParser(String file, List<ScriptFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    static Header parse(String file, List<Comment> comments, List<ScriptFault> faults) {
        var parser = new HeaderParser(file, faults);
        List<Comment> run = new ArrayList<>();
        for (Comment comment : comments) {
            if (!run.isEmpty()
                    && comment.position().line()
                            != run.get(run.size() - 1).position().line() + 1) {
                parser.read(run);
                run.clear();
            }
            run.add(comment);
        }
        parser.read(run);
        parser.checkValues();
        return new Header(parser.entries);
    }

    /** Whether a comment could be taken for a line of a header, if only for a misspelt one. */
    static boolean isLikeHeader(String comment) {
        Matcher line = KEY_AND_VALUE.matcher(comment.strip());
        return line.matches() && HeaderKey.similarTo(line.group(1)).isPresent();
    }

    private void read(List<Comment> run) {
        boolean header = run.stream()
                .map(comment -> KEY_AND_VALUE.matcher(comment.text().strip()))
                .anyMatch(line -> line.matches()
                        && HeaderKey.of(line.group(1))
                                .filter(key -> key != HeaderKey.DESCRIPTION)
                                .isPresent());
        for (Comment comment : run) {
            Matcher line = KEY_AND_VALUE.matcher(comment.text().strip());
            if (line.matches()) {
                int number = comment.position().line();
                if (header) {
                    checkLegible(comment.text(), number);
                }
                read(line.group(1), line.group(2).strip(), number, header);
            }
        }
    }

    private void read(String name, String value, int line, boolean header) {
        Optional<HeaderKey> key = HeaderKey.of(name).filter(found -> header || found != HeaderKey.DESCRIPTION);
        if (key.isPresent()) {
            if (entries.putIfAbsent(key.get(), new Header.Entry(value, line)) != null) {
                fault(line, "The header key '%s' is there twice.".formatted(key.get()), "Keep one of them.");
            }
            return;
        }
        Optional<HeaderKey> similar =
                HeaderKey.similarTo(name).filter(found -> header || found != HeaderKey.DESCRIPTION);
        if (similar.isPresent()) {
            fault(line, "Unknown header key '%s'.".formatted(name), "Write '%s'.".formatted(similar.get()));
        } else if (header) {
            fault(
                    line,
                    "Unknown header key '%s'.".formatted(name),
                    "Use 'Revision ID', 'Description', 'Revises', 'Depends on', 'Branch labels', 'Create Date' or"
                            + " 'Transactional', or set the comment off from the header by an empty line.");
        }
    }

    private void checkLegible(String text, int line) {
        text.codePoints()
                .filter(character -> character != '\t' && !Legible.isLegible(character))
                .findFirst()
                .ifPresent(character -> fault(
                        line,
                        "The header holds the character '%s', which does not show.".formatted(Legible.code(character)),
                        "Remove it."));
    }

    private void checkValues() {
        Header.Entry id = entries.get(HeaderKey.REVISION_ID);
        if (id != null && id.value().isEmpty()) {
            fault(id.line(), "The header key 'Revision ID' has no value.", "Write the id, or remove the line.");
        }
        Header.Entry transactional = entries.get(HeaderKey.TRANSACTIONAL);
        if (transactional != null && booleanOf(transactional.value()).isEmpty()) {
            fault(
                    transactional.line(),
                    "'Transactional' is '%s'.".formatted(transactional.value()),
                    "Write 'true' or 'false'.");
        }
        Header.Entry date = entries.get(HeaderKey.CREATE_DATE);
        if (date != null && dateOf(date.value()).isEmpty()) {
            fault(
                    date.line(),
                    "'Create Date' is '%s'.".formatted(date.value()),
                    "Write it as '2024-10-15'; a time may follow.");
        }
    }

    static Optional<Boolean> booleanOf(String value) {
        if (value.equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return value.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    static Optional<LocalDate> dateOf(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(0, Math.min(DATE_LENGTH, value.length()))));
        } catch (DateTimeException exception) {
            return Optional.empty();
        }
    }

    private void fault(int line, String message, String remedy) {
        faults.add(new ScriptFault(file, line, message, remedy));
    }
}
