/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Comment;
import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads hooks: all of a file is what runs, and of a header it may say only how. */
final class HookParser {

    private final Placeholders placeholders;
    private final List<ScriptFault> faults;

    HookParser(Placeholders placeholders, List<ScriptFault> faults) {
        this.placeholders = placeholders;
        this.faults = faults;
    }

    Hooks parse(Collection<ScriptFile> files) {
        List<Hook> hooks = new ArrayList<>();
        for (ScriptFile file : files) {
            hooks.add(parse(file, HookPoint.named(file.name()).orElseThrow()));
        }
        return new Hooks(hooks);
    }

    private Hook parse(ScriptFile file, HookPoint point) {
        SqlScript script = SqlScript.parse(file.text(), comment -> false, placeholders);
        script.faults().forEach(fault -> faults.add(ScriptFault.of(file.path(), fault)));
        script.statements().forEach(statement -> ScriptParser.checkStatement(file.path(), statement, faults));
        script.comments().stream().filter(ScriptParser::isMarker).forEach(marker -> refuseMarker(file, marker));
        if (script.statements().isEmpty() && script.faults().isEmpty()) {
            fault(file, 1, "The hook is empty.", "Write its statements, or delete the file.");
        }
        return new Hook(
                point, new Script(file.path(), file.text(), script.statements(), isTransactional(file, point, script)));
    }

    private boolean isTransactional(ScriptFile file, HookPoint point, SqlScript script) {
        Header header = header(file, script);
        Optional<Boolean> declared = header.value(HeaderKey.TRANSACTIONAL).flatMap(HeaderParser::booleanOf);
        Optional<Statement> outside = script.statements().stream()
                .filter(statement -> statement.kind() == StatementKind.NON_TRANSACTIONAL)
                .findFirst();
        if (point.isEach() && (outside.isPresent() || !declared.orElse(true))) {
            fault(
                    file,
                    outside.map(statement -> statement.position().line())
                            .orElseGet(() -> header.lineOf(HeaderKey.TRANSACTIONAL)),
                    "A hook around each revision runs in the revision's transaction%s."
                            .formatted(outside.map(statement ->
                                            ", and '%s' cannot run inside one".formatted(statement.command()))
                                    .orElse("")),
                    "Move it to a hook around the run, such as '%s'.".formatted(HookPoint.AFTER_UPGRADE.fileName()));
        } else if (outside.isPresent() && declared.orElse(false)) {
            fault(
                    file,
                    outside.get().position().line(),
                    "'%s' cannot run inside a transaction."
                            .formatted(outside.get().command()),
                    "Write '-- Transactional: false' in the header.");
        }
        return declared.orElse(outside.isEmpty());
    }

    private Header header(ScriptFile file, SqlScript script) {
        int firstStatement = script.statements().isEmpty()
                ? Integer.MAX_VALUE
                : script.statements().get(0).offset();
        List<Comment> leading = script.comments().stream()
                .filter(comment -> comment.offset() < firstStatement)
                .toList();
        Header header = HeaderParser.parse(file.path(), leading, faults);
        for (HeaderKey key : HeaderKey.values()) {
            if (key != HeaderKey.TRANSACTIONAL && header.has(key)) {
                fault(
                        file,
                        header.lineOf(key),
                        "'%s' in a hook, which is no revision.".formatted(key),
                        "Remove it; or, if this is a revision, give the file another name.");
            }
        }
        return header;
    }

    private void refuseMarker(ScriptFile file, Comment marker) {
        fault(
                file,
                marker.position().line(),
                "A hook has no '%s' marker: its name says when it runs."
                        .formatted(marker.text().strip()),
                "Remove the marker, or give the other direction a file of its own.");
    }

    private void fault(ScriptFile file, int line, String message, String remedy) {
        faults.add(new ScriptFault(file.path(), line, message, remedy));
    }
}
