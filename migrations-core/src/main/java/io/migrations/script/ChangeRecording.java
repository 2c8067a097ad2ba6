/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.Inverse;
import io.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes note of what a reversible revision changes, so that it can be undone, the last first. */
final class ChangeRecording implements ReversibleOperations {

    private static final String REMEDY =
            "Put it into op.reversible(up, down), or write upgrade and downgrade instead of change.";

    private record Change(int line, Consumer<Operations> undo) {}

    private final SourceLines lines;
    private final List<Change> changes = new ArrayList<>();

    ChangeRecording(Class<?> revision) {
        this.lines = SourceLines.of(revision);
    }

    /**
     * Takes note of an operation and of what undoes it.
     *
     * @throws RevisionCodeException where nothing does
     */
    @Override
    public void invoke(Operation operation) {
        int line = lines.current();
        Inverse inverse = operation.inverse();
        if (inverse.obstacle() != null) {
            throw new RevisionCodeException(
                    "%s cannot be undone: %s".formatted(name(operation), inverse.obstacle()), REMEDY, line);
        }
        changes.add(new Change(line, op -> inverse.operations().forEach(op::invoke)));
    }

    @Override
    public JdbcClient jdbc() {
        throw new RevisionCodeException("What op.jdbc() does cannot be undone.", REMEDY, lines.current());
    }

    @Override
    public void irreversible(String why) {
        throw new RevisionCodeException(
                "A reversible revision that is irreversible: '%s'.".formatted(why),
                "Write upgrade, and no downgrade, instead of change.",
                lines.current());
    }

    @Override
    public void reversible(Consumer<Operations> up, Consumer<Operations> down) {
        changes.add(new Change(lines.current(), down));
    }

    void undoOn(Operations op) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            if (op instanceof RenderedOperations rendered) {
                rendered.at(change.line());
            }
            change.undo().accept(op);
        }
    }

    private static String name(Operation operation) {
        String simple = operation.getClass().getSimpleName();
        return simple.isEmpty() ? "The operation" : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }
}
