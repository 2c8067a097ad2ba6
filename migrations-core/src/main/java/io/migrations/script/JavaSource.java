/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.operation.InvalidOperationException;
import io.migrations.revision.GraphFault;
import io.migrations.revision.Revision;
import io.migrations.sql.Placeholders;
import io.migrations.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A class that is a revision. */
final class JavaSource implements RevisionSource {

    private final JavaRevision revision;
    private final RevisionHeader header;
    private final SourceLines lines;
    private final Placeholders placeholders;
    private final List<ScriptFault> faults;
    private final List<Throwable> causes;

    private JavaSource(
            JavaRevision revision,
            RevisionHeader header,
            SourceLines lines,
            Placeholders placeholders,
            List<ScriptFault> faults,
            List<Throwable> causes) {
        this.revision = revision;
        this.header = header;
        this.lines = lines;
        this.placeholders = placeholders;
        this.faults = faults;
        this.causes = causes;
    }

    /** The source; none, and a fault, for a class without header. */
    static Optional<RevisionSource> of(
            JavaRevision revision, Placeholders placeholders, List<ScriptFault> faults, List<Throwable> causes) {
        SourceLines lines = SourceLines.of(revision.getClass());
        RevisionHeader header = lines.type().getAnnotation(RevisionHeader.class);
        if (header == null) {
            faults.add(new ScriptFault(
                    lines.path(),
                    1,
                    "The revision '%s' has no header.".formatted(lines.type().getName()),
                    "Annotate it with @RevisionHeader(id = ...)."));
            return Optional.empty();
        }
        return Optional.of(new JavaSource(revision, header, lines, placeholders, faults, causes));
    }

    @Override
    public String order() {
        return header.id() + "_" + lines.type().getSimpleName();
    }

    @Override
    public String path() {
        return lines.path();
    }

    @Override
    public boolean followsPrevious() {
        return Arrays.equals(header.revises(), new String[] {RevisionHeader.PREVIOUS});
    }

    @Override
    public int lineOf(GraphFault fault) {
        return 1;
    }

    @Override
    public ScriptedRevision revision(@Nullable String previous) {
        List<String> parents =
                followsPrevious() ? Optional.ofNullable(previous).stream().toList() : List.of(header.revises());
        var node = new Revision(
                header.id(),
                parents,
                List.of(header.dependsOn()),
                new LinkedHashSet<>(List.of(header.branchLabels())),
                header.description().isEmpty() ? inWords(lines.type().getSimpleName()) : header.description(),
                path());
        Script upgrade = upgrade(node);
        Optional<OperationRecording> back = look(JavaRevision::downgrade);
        Script downgrade = back.filter(look -> look.obstacle().isEmpty())
                .map(look -> script(look, JavaRevision::downgrade))
                .orElse(null);
        String obstacle = back.flatMap(OperationRecording::obstacle).orElse(null);
        return new ScriptedRevision(node, upgrade, downgrade, createDate(), obstacle);
    }

    private Script upgrade(Revision node) {
        Optional<OperationRecording> look = look(JavaRevision::upgrade);
        look.flatMap(OperationRecording::obstacle)
                .ifPresent(why -> fault(
                        1, "The upgrade calls op.irreversible('%s').".formatted(why), "Call it in the downgrade."));
        look.filter(recording -> recording.statements().isEmpty()
                        && !recording.usesDatabase()
                        && recording.obstacle().isEmpty()
                        && !node.isMerge())
                .ifPresent(recording -> fault(1, "The upgrade is empty.", "Say what it does, or delete the class."));
        return look.map(recording -> script(recording, JavaRevision::upgrade))
                .orElseGet(() -> new Script(path(), "", List.of(), true));
    }

    /** Looks at a direction; none, and a fault, where its code fails. */
    private Optional<OperationRecording> look(BiConsumer<JavaRevision, Operations> direction) {
        try {
            return Optional.of(OperationRecording.of(revision, direction, lines, placeholders));
        } catch (RevisionCodeException exception) {
            fault(exception.line(), exception.problem(), exception.remedy());
        } catch (InvalidOperationException exception) {
            fault(lines.of(exception), exception.problem(), exception.remedy());
        } catch (Exception | AssertionError | LinkageError exception) {
            causes.add(exception);
            fault(
                    lines.of(exception),
                    "The revision's code fails when it is read: %s".formatted(exception),
                    "It is read without a database; work on data begins with op.jdbc().");
        }
        return Optional.empty();
    }

    private Script script(OperationRecording look, BiConsumer<JavaRevision, Operations> direction) {
        Optional<Boolean> declared = header.transactional() ? Optional.empty() : Optional.of(false);
        List<Statement> statements = look.statements();
        boolean transactional = new Transactionality(path(), statements, faults).decide(declared);
        if (!look.usesDatabase()) {
            return new Script(path(), look.text(), statements, transactional);
        }
        if (!transactional) {
            fault(
                    1,
                    "op.jdbc() in a revision that runs outside a transaction.",
                    "Put the work on data into a revision of its own, which runs in one.");
        }
        String note = "-- From here on the Java code of %s runs."
                .formatted(lines.type().getName());
        String text = look.text().isEmpty() ? note : look.text() + "\n\n" + note;
        return new Script(path(), text, statements, transactional, new Code() {
            @Override
            public void run(MigratingConnection connection) {
                direction.accept(revision, new LiveOperations(connection, lines, placeholders));
            }

            @Override
            public Class<?> type() {
                return lines.type();
            }

            @Override
            public int lineOf(Throwable fault) {
                return lines.of(fault);
            }
        });
    }

    private @Nullable LocalDate createDate() {
        if (header.createDate().isEmpty()) {
            return null;
        }
        Optional<LocalDate> date = HeaderParser.dateOf(header.createDate());
        if (date.isEmpty()) {
            fault(1, "'%s' is no date.".formatted(header.createDate()), "Write one, such as 2024-10-15.");
        }
        return date.orElse(null);
    }

    /** {@code RenameOrderQuantity} as "rename order quantity". */
    static String inWords(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", " ").strip().toLowerCase(Locale.ROOT);
    }

    private void fault(int line, String message, String remedy) {
        faults.add(new ScriptFault(path(), line, message, remedy));
    }
}
