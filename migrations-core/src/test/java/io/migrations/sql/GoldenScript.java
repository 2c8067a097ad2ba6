/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A script under {@code src/test/resources/sql}, and beside it what the parser should make of it. */
record GoldenScript(Path file) {

    static Stream<GoldenScript> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "sql", folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(GoldenScript::new)
                    .toList()
                    .stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    String text() {
        return read(file);
    }

    String expected() {
        return read(expectedFile());
    }

    void accept(String actual) {
        try {
            Files.writeString(expectedFile(), actual);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Path expectedFile() {
        return file.resolveSibling(file.getFileName().toString().replace(".sql", ".expected"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    /** The script as the expected files show it; a carriage return is visible. */
    static String render(SqlScript script) {
        var out = new StringBuilder();
        for (Statement statement : script.statements()) {
            out.append(statement.position()).append(' ').append(statement.kind());
            out.append(" [").append(statement.command()).append("]\n");
            indent(out, "    ", statement.text());
            if (statement.copyData() != null) {
                indent(out, "  > ", statement.copyData());
            }
        }
        for (Comment comment : script.comments()) {
            out.append(comment.position())
                    .append(" COMMENT ")
                    .append(comment.text())
                    .append('\n');
        }
        for (SqlFault fault : script.faults()) {
            out.append(fault.position())
                    .append(" FAULT ")
                    .append(fault.message())
                    .append('\n');
            indent(out, "    ", fault.remedy());
        }
        return out.toString();
    }

    private static void indent(StringBuilder out, String indent, String text) {
        for (String line : text.split("\n", -1)) {
            out.append(indent)
                    .append(line.replace("\r", "<CR>").replace("\0", "<NUL>"))
                    .append('\n');
        }
    }
}
