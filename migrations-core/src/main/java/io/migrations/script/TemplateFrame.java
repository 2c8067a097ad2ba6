/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.script.ParsedFile.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a template with its values in it, and a place in them for each direction: where what is to be written is
 * announced, else at the end of its part. A template may have lost its markers.
 */
final class TemplateFrame {

    private static final String TRANSACTIONAL = "-- " + HeaderKey.TRANSACTIONAL + ": ";
    private static final Pattern HEADER_LINE = Pattern.compile("--+\\s*([A-Za-z ]+?)\\s*:.*");

    /** The lines from a marker to the next. */
    private record Part(@Nullable String marker, List<String> lines) {

        boolean isUpgrade() {
            return marker != null && ScriptParser.isUpgrade(marker);
        }

        boolean isDowngrade() {
            return marker != null && !ScriptParser.isUpgrade(marker);
        }

        boolean saysNothing() {
            return lines.stream().allMatch(line -> line.isBlank() || line.startsWith("--"));
        }

        void fill(String text) {
            int place = -1;
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).startsWith(Section.TO_BE_WRITTEN)) {
                    lines.remove(i);
                    place = i;
                }
            }
            if (text.isEmpty()) {
                return;
            }
            if (place < 0) {
                place = lines.size();
                while (place > 0 && lines.get(place - 1).isBlank()) {
                    place--;
                }
                if (place > 0) {
                    lines.add(place++, "");
                }
            }
            // Right below a header its comments would be lines of it.
            if (marker == null && place > 0 && lines.get(place - 1).startsWith("--")) {
                lines.add(place++, "");
            }
            lines.add(place, text);
        }
    }

    private final List<Part> parts = new ArrayList<>();

    TemplateFrame(List<String> lines) {
        var part = new Part(null, new ArrayList<>());
        parts.add(part);
        for (String line : lines) {
            if (ScriptParser.isMarker(line)) {
                part = new Part(line, new ArrayList<>());
                parts.add(part);
            } else {
                part.lines().add(line);
            }
        }
    }

    /** The lines with both directions in their places; a line may be many. */
    List<String> filled(String upgrade, @Nullable String downgrade, boolean isTransactional) {
        if (!isTransactional) {
            declareNonTransactional(parts.get(0).lines());
        }
        parts.stream().filter(Part::isUpgrade).findFirst().orElse(parts.get(0)).fill(upgrade);
        Part back = parts.stream().filter(Part::isDowngrade).findFirst().orElse(null);
        if (back != null) {
            back.fill(downgrade == null ? "" : downgrade);
            if (downgrade == null && back.saysNothing()) {
                parts.remove(back);
            }
        } else if (downgrade != null) {
            parts.add(new Part("-- Downgrade", new ArrayList<>(List.of(downgrade))));
        }
        return lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            if (part.marker() != null) {
                if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
                    lines.add("");
                }
                lines.add(part.marker());
            }
            lines.addAll(part.lines());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static void declareNonTransactional(List<String> lines) {
        lines.removeIf(line -> line.startsWith(TRANSACTIONAL));
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = HEADER_LINE.matcher(lines.get(i));
            if (line.matches() && HeaderKey.of(line.group(1)).isPresent()) {
                last = i;
            }
        }
        lines.add(last + 1, TRANSACTIONAL + "false");
    }
}
