/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The person's editor.
 *
 * @param command the program and its arguments
 */
record Editor(List<String> command) {

    Editor {
        command = List.copyOf(command);
    }

    /**
     * What {@code VISUAL} names, else {@code EDITOR}.
     *
     * @throws EditorException where neither does
     */
    static Editor of(Map<String, String> environment) {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> new Editor(isProgram(value) ? List.of(value) : split(value, File.separatorChar == '\\')))
                .orElseThrow(EditorException::none);
    }

    /** Lets the person edit, in this very terminal; returns how the editor ended. */
    int open(List<Path> files) {
        List<String> line = new ArrayList<>(command);
        files.forEach(file -> line.add(file.toString()));
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException exception) {
            throw EditorException.notStarted(command.get(0), exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw EditorException.failed(1);
        }
    }

    /** A path with blanks in it needs no quotes where it is all there is. */
    private static boolean isProgram(String value) {
        try {
            return Files.isExecutable(Path.of(value)) && Files.isRegularFile(Path.of(value));
        } catch (InvalidPathException exception) {
            return false;
        }
    }

    /** Words as a shell takes them apart: quotes join, and a backslash escapes, unless it separates folders here. */
    static List<String> split(String text, boolean backslashIsPlain) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && !backslashIsPlain && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                inWord = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
