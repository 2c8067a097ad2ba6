/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Comment;
import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.util.List;
import java.util.Set;

/** Takes one repeatable script apart. What only a revision can have is a fault in it. */
final class RepeatableParser {

    private static final Set<HeaderKey> KEYS = Set.of(HeaderKey.DEPENDS_ON, HeaderKey.DESCRIPTION);

    /** It is a primary key, which has a limit in PostgreSQL. */
    private static final int LONGEST_NAME = 500;

    private final ScriptFile file;
    private final SqlScript script;
    private final List<ScriptFault> faults;

    private RepeatableParser(ScriptFile file, Placeholders placeholders, List<ScriptFault> faults) {
        this.file = file;
        this.faults = faults;
        this.script = SqlScript.parse(file.text(), ScriptParser::isMarker, placeholders);
    }

    /** The header and the whole text as the one part that it has. */
    static ParsedFile parse(ScriptFile file, Placeholders placeholders, List<ScriptFault> faults) {
        return new RepeatableParser(file, placeholders, faults).parse();
    }

    private ParsedFile parse() {
        script.faults().forEach(fault -> fault(fault.position().line(), fault.message(), fault.remedy()));
        if (file.isRollback()) {
            fault(
                    1,
                    "A rollback file of a repeatable script: there is no way back from one.",
                    "Delete it; to undo a change, change the script again.");
        }
        if (file.repeatable() == null
                || file.repeatable().isBlank()
                || file.repeatable().length() > LONGEST_NAME) {
            fault(
                    1,
                    "A repeatable script has a name of 1 to %d characters.".formatted(LONGEST_NAME),
                    "Rename the file, or its folder.");
        }
        if (script.statements().isEmpty()) {
            fault(1, "The repeatable script is empty.", "Write its statements, or delete the file.");
        }
        script.statements().forEach(this::checkStatement);
        int firstStatement = script.statements().isEmpty()
                ? Integer.MAX_VALUE
                : script.statements().get(0).offset();
        script.comments().stream().filter(ScriptParser::isMarker).forEach(this::refuseMarker);
        Header header = HeaderParser.parse(
                file.path(),
                script.comments().stream()
                        .filter(comment -> comment.offset() < firstStatement && !ScriptParser.isMarker(comment))
                        .toList(),
                faults);
        for (HeaderKey key : HeaderKey.values()) {
            if (header.has(key) && !KEYS.contains(key)) {
                fault(
                        header.lineOf(key),
                        "'%s' in a repeatable script.".formatted(key),
                        "Remove it: a repeatable script has 'Depends on' and 'Description' only.");
            }
        }
        return new ParsedFile(file, header, new ParsedFile.Section(1, file.text(), script.statements()), null);
    }

    private void refuseMarker(Comment marker) {
        fault(
                marker.position().line(),
                "'%s' in a repeatable script, which has one direction."
                        .formatted(marker.text().strip()),
                "Remove the marker, or make it a revision: move the file out of the folder 'repeatable'.");
    }

    private void checkStatement(Statement statement) {
        switch (statement.kind()) {
            case TRANSACTION_CONTROL ->
                fault(
                        statement.position().line(),
                        "'%s' in a script: the engine begins and ends the transaction.".formatted(statement.command()),
                        "Remove it.");
            case NON_TRANSACTIONAL ->
                fault(
                        statement.position().line(),
                        "'%s' cannot run inside a transaction, and a repeatable script always does."
                                .formatted(statement.command()),
                        "Write it in a revision.");
            case ORDINARY, COPY_FROM_STDIN, SESSION -> {}
        }
    }

    private void fault(int line, String message, String remedy) {
        faults.add(new ScriptFault(file.path(), line, message, remedy));
    }
}
