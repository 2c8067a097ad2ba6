/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.engine.Migrator;
import io.migrations.engine.RecordedTexts;
import io.migrations.script.Script;
import io.migrations.script.ScriptedRevision;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * The statements of revisions as they run, where the application's {@code SanitizingFunction}s have been asked about each
 * value: that of a placeholder by the name of its property, that of a literal by {@code migrations.sql.} and the
 * revision's id.
 */
final class RevisionSql {

    private static final String PLACEHOLDER = "migrations.placeholders.";
    private static final String LITERAL = "migrations.sql.";

    private final Sanitizer sanitizer;

    RevisionSql(Sanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /** That of the build, else what the database keeps; none where neither has the revision. */
    Optional<SqlDescriptor> of(Migrator migrator, String revision, Map<String, String> placeholders) {
        Optional<ScriptedRevision> known = migrator.scripts().find(revision);
        if (known.isPresent()) {
            return known.map(script -> new SqlDescriptor(
                    text(script.upgrade().statements(), revision, placeholders),
                    script.findDowngrade()
                            .map(Script::statements)
                            .map(statements -> text(statements, revision, placeholders))
                            .orElse(null)));
        }
        return migrator.recordedTexts(revision).map(texts -> recorded(texts, revision));
    }

    private SqlDescriptor recorded(RecordedTexts texts, String revision) {
        String downgrade = texts.downgrade();
        return new SqlDescriptor(
                text(SqlScript.parse(texts.upgrade()).statements(), revision, Map.of()),
                downgrade == null ? null : text(SqlScript.parse(downgrade).statements(), revision, Map.of()));
    }

    private String text(List<Statement> statements, String revision, Map<String, String> placeholders) {
        return statements.stream()
                .map(statement -> text(statement.written(), revision, placeholders) + ";\n")
                .collect(Collectors.joining("\n"));
    }

    private String text(Statement written, String revision, Map<String, String> placeholders) {
        var shown = new StringBuilder();
        int end = 0;
        for (Token token : written.tokens()) {
            shown.append(written.text(), end, token.offset()).append(shown(token, revision, placeholders));
            end = token.end();
        }
        return shown.append(written.text(), end, written.text().length()).toString();
    }

    private String shown(Token token, String revision, Map<String, String> placeholders) {
        if (token.kind() == TokenKind.STRING) {
            int open = token.text().indexOf('\'');
            boolean isQuoted =
                    open >= 0 && token.text().endsWith("'") && token.text().length() > open + 1;
            String value =
                    isQuoted ? token.text().substring(open + 1, token.text().length() - 1) : token.text();
            String sanitized = sanitized(LITERAL + revision, value);
            return value.equals(sanitized) ? token.text() : "'" + sanitized.replace("'", "''") + "'";
        }
        if (token.kind() == TokenKind.PLACEHOLDER) {
            String name = token.text().substring(2, token.text().length() - 1);
            String value = placeholders.get(name);
            return value == null ? token.text() : sanitized(PLACEHOLDER + name, value);
        }
        return token.text();
    }

    private String sanitized(String key, String value) {
        return String.valueOf(sanitizer.sanitize(new SanitizableData(null, key, value), true));
    }
}
