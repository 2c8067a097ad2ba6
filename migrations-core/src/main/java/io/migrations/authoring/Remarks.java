/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.Legible;
import java.util.ArrayList;
import java.util.List;

/** Sentences as lines of a comment, which nothing in them can end. */
final class Remarks {

    private static final int WIDTH = 100;

    private Remarks() {}

    /** The lines, each behind what begins a comment. */
    static List<String> lines(String start, List<String> remarks) {
        List<String> lines = new ArrayList<>();
        for (String remark : remarks) {
            remark.lines()
                    .map(Legible::line)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> wrap(start, line, lines));
        }
        return lines;
    }

    private static void wrap(String start, String text, List<String> lines) {
        String rest = text;
        while (start.length() + rest.length() > WIDTH) {
            int blank = rest.lastIndexOf(' ', WIDTH - start.length());
            blank = blank > 0 ? blank : rest.indexOf(' ');
            if (blank <= 0) {
                break;
            }
            lines.add(start + rest.substring(0, blank).stripTrailing());
            rest = rest.substring(blank).strip();
        }
        lines.add(start + rest);
    }
}
