/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The heads as the sources have them, kept beside the scripts, so that two branches with a new revision each collide
 * where they are joined: in the version control, not in production.
 *
 * @param files the file of each head, by its id
 */
public record HeadsFile(Map<String, String> files) {

    /** Its name in the folder of the sources. */
    public static final String NAME = "heads.txt";

    private static final String COMMENT = """
            # The heads of the revisions, written by 'migrations revision' and 'migrations merge'.
            # A conflict here: two branches have a new revision each. 'migrations merge' joins them.
            """;
    private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    public HeadsFile {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The ids of the heads, sorted. */
    public Set<String> ids() {
        return files.keySet();
    }

    /** A line for each head: its id, which has no colon, and its file. */
    String text() {
        var text = new StringBuilder(COMMENT);
        files.forEach((id, file) -> text.append(id).append(": ").append(file).append('\n'));
        return text.toString();
    }

    /**
     * Reads a file.
     *
     * @throws InvalidHeadsFileException where there is none, or for a line that is no head
     */
    public static HeadsFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw InvalidHeadsFileException.missing(file.toString());
        }
        try {
            // Not readString, which fails on bytes that are no UTF-8; they make a line that is no head.
            return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param source the file, for messages
     * @throws InvalidHeadsFileException for a line that is no head
     */
    static HeadsFile parse(String source, String text) {
        Map<String, String> files = new TreeMap<>();
        List<String> lines = new ArrayList<>(text.lines().map(String::strip).toList());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (CONFLICT.stream().anyMatch(line::startsWith)) {
                throw InvalidHeadsFileException.conflict(source, i + 1);
            }
            int colon = line.indexOf(':');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (colon < 1
                    || files.put(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip())
                            != null) {
                throw InvalidHeadsFileException.line(source, i + 1, line);
            }
        }
        return new HeadsFile(files);
    }
}
