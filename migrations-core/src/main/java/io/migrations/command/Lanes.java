/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that lead from revisions drawn so far to parents not drawn yet, side by side, one lane for each parent that
 * is awaited. Drawing a revision answers with its rows and moves the lanes on. For one drawing by one thread.
 */
final class Lanes {

    private static final int OCTOPUS = 3;

    private static final int NONE = -1;

    private List<String> awaited = new ArrayList<>();
    /** Where the last row ended a line, so that a line that begins there does not look like its continuation. */
    private int ended = NONE;

    /**
     * What one revision adds to the drawing.
     *
     * @param before rows that make room for it
     * @param node the row with the revision itself, as wide as what follows it
     * @param after rows that lead to its parents
     */
    record Rows(List<String> before, String node, List<String> after) {}

    Rows draw(Revision revision) {
        List<String> before = new ArrayList<>();
        int lane = awaited.indexOf(revision.id());
        if (lane < 0) {
            lane = awaited.size();
            if (lane == ended) {
                before.add("| ".repeat(lane).stripTrailing());
            }
            awaited.add(revision.id());
        }
        int parents = revision.parents().size();
        ended = parents == 0 ? lane : NONE;
        for (int shifted = 1; lane < awaited.size() - 1 && shifted <= parents - 2; shifted++) {
            before.add(widening(lane, shifted));
        }
        List<@Nullable String> cells = new ArrayList<>(awaited);
        cells.remove(lane);
        cells.addAll(lane, parents == 0 ? Arrays.asList((String) null) : revision.parents());
        String node = padded(node(lane, parents), 2 * Math.max(awaited.size(), cells.size()));
        List<String> after = new ArrayList<>();
        if (parents > 1) {
            after.add(fork(lane, parents));
        }
        after.addAll(settle(cells));
        return new Rows(before, node, after);
    }

    /** Moves the lanes right of a node with many parents one cell further right. */
    private String widening(int lane, int shifted) {
        var row = new StringBuilder("| ".repeat(lane + 1)).append("  ".repeat(shifted - 1));
        return row.append(" \\".repeat(awaited.size() - lane - 1)).toString();
    }

    private String node(int lane, int parents) {
        var row = new StringBuilder("| ".repeat(lane)).append('*');
        if (parents >= OCTOPUS) {
            row.append("-".repeat(2 * (parents - OCTOPUS) + 1)).append('.');
        }
        return row.append(" |".repeat(awaited.size() - lane - 1)).toString();
    }

    private String fork(int lane, int parents) {
        int slanted = parents - 1 + awaited.size() - lane - 1;
        return "| ".repeat(lane) + "|" + "\\ ".repeat(slanted).stripTrailing();
    }

    /** Brings lanes that await the same parent together, and closes the gap that a base leaves. */
    private List<String> settle(List<@Nullable String> cells) {
        var distinct = new LinkedHashSet<String>();
        cells.forEach(cell -> {
            if (cell != null) {
                distinct.add(cell);
            }
        });
        awaited = new ArrayList<>(distinct);
        var edges = new LaneRow(2 * cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell != null) {
                edges.place(2 * i, awaited.indexOf(cell));
            }
        }
        List<String> rows = new ArrayList<>();
        while (!edges.isSettled()) {
            edges = edges.moved();
            rows.add(edges.toString());
        }
        return rows;
    }

    private static String padded(String row, int width) {
        return row + " ".repeat(Math.max(0, width - row.length()));
    }
}
