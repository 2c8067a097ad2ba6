/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A graph as a Mermaid flowchart, newest on top.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
 */
final class MermaidGraph {

    private final View view;
    private final Map<String, String> names = new HashMap<>();

    MermaidGraph(View view) {
        this.view = view;
        // An id may be a word of Mermaid's, such as 'end'.
        view.graph().revisions().forEach(revision -> names.put(revision.id(), "r" + names.size()));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("flowchart BT");
        var line = new RevisionLine(view);
        for (Revision revision : view.graph().revisions()) {
            text.append("\n    %s[\"%s<br/>%s\"]"
                    .formatted(name(revision.id()), escaped(line.title(revision)), escaped(revision.description())));
        }
        for (Revision revision : view.graph().revisions()) {
            for (String id : view.graph().predecessors(revision)) {
                String edge = revision.parents().contains(id) ? "-->" : "-.->";
                text.append("\n    %s %s %s".formatted(name(id), edge, name(revision.id())));
            }
        }
        return text.toString();
    }

    private String name(String id) {
        return Objects.requireNonNull(names.get(id));
    }

    private static String escaped(String text) {
        return Words.inline(text)
                .replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
