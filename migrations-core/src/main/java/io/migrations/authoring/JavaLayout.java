/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Operation;
import io.migrations.schema.Change;
import io.migrations.script.JavaBody;
import io.migrations.sql.LiteralPlaceholders;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes as calls of {@code op} in a revision in Java, each below its remarks. */
public final class JavaLayout {

    private final JavaValues values = new JavaValues();
    private final List<JavaCalls> words = List.of(
            new JavaTables(values),
            new JavaColumns(values),
            new JavaKeys(values),
            new JavaIndexes(values),
            new JavaTypes(values),
            new JavaSequences(values),
            new JavaViews(values),
            new JavaRoutines(values),
            new JavaTriggers(values),
            new JavaPrivileges(values),
            new JavaObjects(values));

    private JavaLayout() {}

    /**
     * Both directions.
     *
     * @param downgrade the way back; null where there is none
     */
    public static JavaBody of(List<Change> upgrade, @Nullable List<Change> downgrade, boolean isTransactional) {
        var layout = new JavaLayout();
        List<String> up = layout.lines(upgrade);
        List<String> down = downgrade == null ? null : layout.lines(downgrade);
        return new JavaBody(layout.imports(), up, down, isTransactional);
    }

    private SortedSet<String> imports() {
        return values.imports();
    }

    private List<String> lines(List<Change> changes) {
        // The compiler takes such a code for the character itself, which may end the comment.
        return Paragraphs.of(changes, "// ", change -> calls(change.operation())).stream()
                .flatMap(
                        text -> Stream.of((text.startsWith("//") ? text.replace("\\u", "\\ u") : text).split("\n", -1)))
                .toList();
    }

    private List<String> calls(Operation operation) {
        List<String> statements = operation.statements();
        // In a call of its own word nothing could keep a build from replacing what looks like a placeholder.
        String call = statements.stream().anyMatch(LiteralPlaceholders::areIn) ? null : word(operation);
        return call == null
                ? statements.stream()
                        .map(sql -> JavaCalls.call("execute", values.text(LiteralPlaceholders.escaped(sql))) + ";")
                        .toList()
                : List.of(call + ";");
    }

    private @Nullable String word(Operation operation) {
        return words.stream()
                .map(part -> part.of(operation))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
