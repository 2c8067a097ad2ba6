/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.script.ParsedFile.Section;
import io.migrations.sql.Comment;
import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes one file apart: its header, its upgrade and its downgrade. */
final class ScriptParser {

    private static final Pattern MARKER = Pattern.compile("--\\s*(upgrade|downgrade)\\s*", Pattern.CASE_INSENSITIVE);

    /** What somebody writes who means a marker; silently read as a comment, it would put one direction into the other. */
    private static final Pattern ALMOST_A_MARKER = Pattern.compile(
            "--+[\\s-]*(up|upgrade|down|downgrade|rollback|undo)(\\s+(section|script|sql|part))?\\s*[:-]*\\s*",
            Pattern.CASE_INSENSITIVE);

    private final ScriptFile file;
    private final SqlScript script;
    private final List<ScriptFault> faults;

    private ScriptParser(ScriptFile file, Placeholders placeholders, List<ScriptFault> faults) {
        this.file = file;
        this.faults = faults;
        this.script = SqlScript.parse(file.text(), ScriptParser::isMarker, placeholders);
    }

    static ParsedFile parse(ScriptFile file, Placeholders placeholders, List<ScriptFault> faults) {
        return new ScriptParser(file, placeholders, faults).parse();
    }

    static boolean isMarker(Comment comment) {
        return comment.position().column() == 1 && isMarker(comment.text());
    }

    /** Whether a whole line begins a direction. */
    static boolean isMarker(String line) {
        return MARKER.matcher(line).matches();
    }

    static boolean isUpgrade(String marker) {
        return marker.substring(2).strip().equalsIgnoreCase("upgrade");
    }

    static boolean isAlmostAMarker(String comment) {
        return ALMOST_A_MARKER.matcher(comment).matches();
    }

    private ParsedFile parse() {
        script.faults().forEach(fault -> faults.add(ScriptFault.of(file.path(), fault)));
        script.statements().forEach(statement -> checkStatement(file.path(), statement, faults));
        if (!file.isRollback()) {
            script.comments().stream().filter(this::isAlmostAMarker).forEach(this::refuseAlmostAMarker);
        }
        int firstStatement = script.statements().isEmpty()
                ? Integer.MAX_VALUE
                : script.statements().get(0).offset();
        List<Comment> leading = script.comments().stream()
                .filter(comment -> comment.offset() < firstStatement && !isMarker(comment))
                .toList();
        Header header = HeaderParser.parse(file.path(), leading, faults);
        return file.isRollback() ? rollback(header) : upgrade(header);
    }

    private boolean isAlmostAMarker(Comment comment) {
        return !isMarker(comment)
                && isAlmostAMarker(comment.text())
                && statementAround(comment).isEmpty();
    }

    private Optional<Statement> statementAround(Comment comment) {
        return script.statements().stream()
                .filter(statement -> statement.offset() < comment.offset()
                        && comment.offset()
                                < statement.offset() + statement.text().length())
                .findFirst();
    }

    /** The two directions would be cut where no statement ends. */
    private void refuseInside(Comment marker, Statement statement) {
        fault(
                marker.position().line(),
                "The marker '%s' stands inside the statement of line %d, which has not ended there."
                        .formatted(marker.text().strip(), statement.position().line()),
                "End the statement before it: close its parentheses, or its body with END; if it is a comment, word it"
                        + " otherwise.");
    }

    private void refuseAlmostAMarker(Comment comment) {
        fault(
                comment.position().line(),
                "'%s' looks like a marker, and is not one."
                        .formatted(comment.text().strip()),
                "Write '-- Upgrade' or '-- Downgrade' alone at the beginning of the line, or word the comment otherwise.");
    }

    /** Refuses what would take the transaction out of the engine's hands. */
    static void checkStatement(String path, Statement statement, List<ScriptFault> faults) {
        if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            faults.add(new ScriptFault(
                    path,
                    statement.position().line(),
                    "'%s' in a script: the engine begins and ends the transaction.".formatted(statement.command()),
                    "Remove it; to run outside a transaction, write '-- Transactional: false' in the header."));
        }
    }

    private ParsedFile rollback(Header header) {
        markers()
                .forEach(marker -> fault(
                        marker.position().line(),
                        "A rollback file has no '%s' marker: all of it is the downgrade."
                                .formatted(marker.text().strip()),
                        "Remove the marker."));
        for (HeaderKey key : HeaderKey.values()) {
            if (key != HeaderKey.TRANSACTIONAL && header.has(key)) {
                fault(
                        header.lineOf(key),
                        "'%s' in a rollback file.".formatted(key),
                        "Write it in '%s'.".formatted(file.upgradePath()));
            }
        }
        return new ParsedFile(file, header, null, new Section(1, file.text(), script.statements()));
    }

    private ParsedFile upgrade(Header header) {
        List<Comment> markers = markers();
        markers.forEach(marker -> statementAround(marker).ifPresent(statement -> refuseInside(marker, statement)));
        if (markers.isEmpty()) {
            return new ParsedFile(file, header, new Section(1, file.text(), script.statements()), null);
        }
        Section upgrade = null;
        Section downgrade = null;
        Section before = section(0, markers.get(0).offset(), 1);
        for (int i = 0; i < markers.size(); i++) {
            Comment marker = markers.get(i);
            int end = i + 1 < markers.size()
                    ? markers.get(i + 1).offset()
                    : file.text().length();
            Section section = section(
                    marker.offset() + marker.text().length(),
                    end,
                    marker.position().line());
            if (isUpgrade(marker.text())) {
                requireFirst(upgrade, marker);
                upgrade = section;
            } else {
                requireFirst(downgrade, marker);
                downgrade = section;
            }
        }
        if (upgrade == null) {
            return new ParsedFile(file, header, before, downgrade);
        }
        before.statements()
                .forEach(statement -> fault(
                        statement.position().line(),
                        "A statement before the first marker belongs to neither direction.",
                        "Move it below '-- Upgrade'."));
        return new ParsedFile(file, header, upgrade, downgrade);
    }

    private List<Comment> markers() {
        return script.comments().stream().filter(ScriptParser::isMarker).toList();
    }

    private void requireFirst(@Nullable Section section, Comment marker) {
        if (section != null) {
            fault(
                    marker.position().line(),
                    "The marker '%s' is there twice.".formatted(marker.text().strip()),
                    "Join the two parts under one marker.");
        }
    }

    private Section section(int from, int to, int line) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : script.statements()) {
            if (statement.offset() >= from && statement.offset() < to) {
                statements.add(statement);
            }
        }
        return new Section(line, SqlScript.stripped(file.text(), from, to), statements);
    }

    private void fault(int line, String message, String remedy) {
        faults.add(new ScriptFault(file.path(), line, message, remedy));
    }
}
