/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Placeholders;
import io.migrations.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one direction of a revision in Java says, as far as it can be told without a database. */
final class OperationRecording extends RenderedOperations {

    /** Ends the look. No Exception, so that nobody who expects some catches it. */
    private static final class LookEnded extends Error {

        LookEnded() {
            super("A revision is only being looked at", null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Statement> statements = new ArrayList<>();
    private boolean usesDatabase;
    private @Nullable String obstacle;

    private OperationRecording(SourceLines lines, Placeholders placeholders) {
        super(lines, placeholders);
    }

    /** Looks at a direction. What its author's code throws is thrown. */
    static OperationRecording of(
            JavaRevision revision,
            BiConsumer<JavaRevision, Operations> direction,
            SourceLines lines,
            Placeholders placeholders) {
        var recording = new OperationRecording(lines, placeholders);
        try {
            direction.accept(revision, recording);
        } catch (LookEnded ended) {
            // What was said before is what can be known.
        }
        return recording;
    }

    @Override
    void take(String rendered, List<Statement> rendering) {
        if (!usesDatabase && obstacle == null) {
            text.append(text.isEmpty() ? "" : "\n").append(rendered);
            statements.addAll(rendering);
        }
    }

    @Override
    public JdbcClient jdbc() {
        usesDatabase = true;
        throw new LookEnded();
    }

    @Override
    public void irreversible(String why) {
        obstacle = obstacle == null ? why : obstacle;
        throw new LookEnded();
    }

    /** The statements as a script. */
    String text() {
        return text.toString().strip();
    }

    List<Statement> statements() {
        return statements;
    }

    /** Whether it works on the database as it goes, so that it says more than its statements. */
    boolean usesDatabase() {
        return usesDatabase;
    }

    /** Why there is no way back, if there is none. */
    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }
}
