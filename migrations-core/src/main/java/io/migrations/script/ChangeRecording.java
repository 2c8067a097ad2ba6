/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.BulkInsert;
import io.migrations.operation.CreateTable;
import io.migrations.operation.Inverse;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes note of what a reversible revision changes, so that it can be undone, the last first. */
final class ChangeRecording implements ReversibleOperations {

    private static final String REMEDY =
            "Put it into op.reversible(up, down), or write upgrade and downgrade instead of change.";
    private static final int LONGEST = 60;

    private record Change(int line, Consumer<Operations> undo) {}

    private final SourceLines lines;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Name> created = new HashSet<>();

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
        if (operation instanceof BulkInsert insert && created.contains(insert.table())) {
            // The rows go with the table that this revision creates.
            return;
        }
        if (operation instanceof CreateTable create) {
            created.add(create.table());
        }
        Inverse inverse = operation.inverse();
        if (inverse.obstacle() != null) {
            throw new RevisionCodeException(
                    "'%s' cannot be undone: %s".formatted(beginning(operation), inverse.obstacle()), REMEDY, line);
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
        changes.add(new Change(
                lines.current(),
                Objects.requireNonNull(down, "op.reversible has no second half; for nothing write op.upOnly(up)")));
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

    private static String beginning(Operation operation) {
        String line = operation.statements().stream()
                .flatMap(String::lines)
                .findFirst()
                .orElse("")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
