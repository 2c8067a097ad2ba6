/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.schema.Change;
import java.util.List;

/** Changes as the statements of a script, each below its remarks. */
public final class SqlLayout {

    private SqlLayout() {}

    /** The statements in order, each with its semicolon; empty where nothing changes. */
    public static String of(List<Change> changes) {
        return String.join("\n", Paragraphs.of(changes, "-- ", SqlLayout::statements));
    }

    private static List<String> statements(Change change) {
        return change.operation().statements().stream().map(SqlLayout::closed).toList();
    }

    /** A comment at its end would swallow the semicolon. */
    private static String closed(String statement) {
        String text = statement.strip();
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        return text.indexOf("--", lastLine) < 0 ? text + ";" : text + "\n;";
    }
}
