/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;

/**
 * A graph in the language of Graphviz, newest on top.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
final class DotGraph {

    private final View view;

    DotGraph(View view) {
        this.view = view;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("digraph revisions {\n    rankdir=BT;\n    node [shape=box];");
        var line = new RevisionLine(view);
        for (Revision revision : view.graph().revisions()) {
            text.append("\n    %s [label=\"%s\\n%s\"];"
                    .formatted(quoted(revision.id()), escaped(line.title(revision)), escaped(revision.description())));
        }
        for (Revision revision : view.graph().revisions()) {
            for (String id : view.graph().predecessors(revision)) {
                String style = revision.parents().contains(id) ? "" : " [style=dashed]";
                text.append("\n    %s -> %s%s;".formatted(quoted(id), quoted(revision.id()), style));
            }
        }
        return text.append("\n}").toString();
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return Words.inline(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
