/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a check found.
 *
 * @param kind what kind of thing, in one word, for programs
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 * @param revisions the revisions it is about
 */
record Finding(String kind, String message, String remedy, List<String> revisions) {

    Finding {
        revisions = List.copyOf(revisions);
    }

    /** A line with what is wrong, and below it one with what to do. */
    String text() {
        int end = message.indexOf('\n');
        String sentence = end < 0 ? message : message.substring(0, end).stripTrailing();
        // What follows the sentence is laid out already.
        String detail = end < 0 ? "" : message.substring(end + 1).indent(4).stripTrailing() + "\n";
        return Layout.hanging("- ", sentence) + "\n" + detail + Layout.hanging("  ", remedy);
    }

    Map<String, Object> json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", kind);
        tree.put("message", message);
        tree.put("remedy", remedy);
        tree.put("revisions", revisions);
        return tree;
    }
}
