/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page of the documentation: which of its lines are code, where these come from, and where the page leads. */
record DocumentationPage(Path file, List<String> lines) {

    private static final Pattern SOURCE = Pattern.compile("\\s*<!-- from: (\\S+) -->");
    /** Code that is no concern of this build, with the reason. */
    private static final Pattern NOT_OURS = Pattern.compile("<!-- not ours: .+ -->");

    private static final Pattern SHELL = Pattern.compile("\\s*(?:\\./mvnw|java|curl|psql|pg_dump|export) .*|\\s*");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|^\\[[^\\]]+\\]: )([^)\\s]+)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");

    /** A piece of text, and the line that it is in, counted from 1. */
    record Piece(int line, String text) {}

    static DocumentationPage read(Path file) throws IOException {
        return new DocumentationPage(file, Files.readAllLines(file));
    }

    /** What is shown as code: each line of a block, and each span inside a sentence. */
    List<Piece> code() {
        BitSet blocks = blocks();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(at -> blocks.get(at)
                        ? Stream.of(new Piece(at + 1, lines.get(at)))
                        : SPAN.matcher(lines.get(at)).results().map(span -> new Piece(at + 1, span.group(1))))
                .toList();
    }

    /** Where links lead, as they are written. */
    List<Piece> links() {
        BitSet blocks = blocks();
        return IntStream.range(0, lines.size())
                .filter(at -> !blocks.get(at))
                .boxed()
                .flatMap(at -> LINK.matcher(SPAN.matcher(lines.get(at)).replaceAll(""))
                        .results()
                        .map(link -> new Piece(at + 1, link.group(1))))
                .toList();
    }

    /** What links to a heading are made of, by GitHub's rule. */
    List<String> anchors() {
        BitSet blocks = blocks();
        return IntStream.range(0, lines.size())
                .filter(at -> !blocks.get(at))
                .mapToObj(at -> HEADING.matcher(lines.get(at)))
                .filter(heading -> heading.matches())
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The names of files that code below them is said to come from. */
    List<Piece> sources() {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> new Piece(at + 1, lines.get(at)))
                .flatMap(piece -> Optional.of(SOURCE.matcher(piece.text()))
                        .filter(source -> source.matches())
                        .map(source -> new Piece(piece.line(), source.group(1)))
                        .stream())
                .toList();
    }

    /** The block of code directly below a line; empty where there is none. */
    List<String> blockBelow(int line) {
        BitSet blocks = blocks();
        int start = line < lines.size() && isFence(lines.get(line)) ? line + 1 : line;
        return lines.subList(start, Math.max(start, blocks.nextClearBit(start)));
    }

    /** The first lines of blocks that are said to come from nowhere. What is only typed at a shell may. */
    List<Piece> withoutSource() {
        BitSet blocks = blocks();
        List<Piece> without = new ArrayList<>();
        for (int start = blocks.nextSetBit(0); start >= 0; start = blocks.nextSetBit(blocks.nextClearBit(start))) {
            int first = start > 0 && isFence(lines.get(start - 1)) ? start - 1 : start;
            String above = first == 0 ? "" : lines.get(first - 1);
            if (!SOURCE.matcher(above).matches()
                    && !NOT_OURS.matcher(above).matches()
                    && !isShell(lines.subList(start, blocks.nextClearBit(start)))) {
                without.add(new Piece(start + 1, lines.get(start).strip()));
            }
        }
        return without;
    }

    private static boolean isShell(List<String> block) {
        return IntStream.range(0, block.size())
                .allMatch(at -> SHELL.matcher(block.get(at)).matches()
                        || (at > 0 && block.get(at - 1).endsWith("\\")));
    }

    /** Whether a block stands in a text as consecutive lines, however far it is indented as a whole. */
    static boolean occurs(List<String> block, List<String> text) {
        String wanted = normal(block);
        return !wanted.isEmpty()
                && IntStream.rangeClosed(0, text.size() - block.size())
                        .anyMatch(at ->
                                normal(text.subList(at, at + block.size())).equals(wanted));
    }

    private static String normal(List<String> lines) {
        return String.join("\n", lines)
                .stripIndent()
                .lines()
                .map(line -> line.stripTrailing().replaceAll("(?<=\\S)\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    /** The lines in blocks of code, be they in fences or indented; comments are none. */
    private BitSet blocks() {
        var code = new BitSet();
        boolean fenced = false;
        boolean comment = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (comment || (!fenced && line.startsWith("<!--"))) {
                comment = !line.contains("-->");
            } else if (isFence(line)) {
                fenced = !fenced;
            } else if (fenced || line.startsWith("    ")) {
                code.set(isBlank(code.previousSetBit(at) + 1, at) ? code.previousSetBit(at) + 1 : at, at + 1);
            }
        }
        return code;
    }

    /** Whether nothing but blank lines is there, which parts no indented block. */
    private boolean isBlank(int from, int to) {
        return from > 0 && lines.subList(from, to).stream().allMatch(String::isBlank);
    }

    private static boolean isFence(String line) {
        return line.startsWith("```");
    }
}
