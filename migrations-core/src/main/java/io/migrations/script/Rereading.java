/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.script.NewFiles.NewFile;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a new file before it is there: what the loader makes of it is what counts, whatever the template did to it. */
final class Rereading {

    private final String template;
    private final Draft draft;

    private Rereading(String template, Draft draft) {
        this.template = template;
        this.draft = draft;
    }

    /**
     * The sources with the file.
     *
     * @throws InvalidTemplateException where it is no revision, or another one
     * @throws RevisionNotWrittenException where its statements would be others
     */
    static SourceTree of(String template, SourceTree tree, Draft draft, NewFile file) {
        var rereading = new Rereading(template, draft);
        SourceTree grown;
        try {
            grown = tree.with(file.path(), file.text());
        } catch (InvalidScriptsException exception) {
            // Without the file there was no fault.
            throw InvalidTemplateException.faulty(template, exception.faults());
        }
        ScriptedRevision read = grown.find(draft.id()).orElse(null);
        rereading.requireSame(read == null ? null : read.revision());
        if (read != null && draft.body() instanceof SqlBody body) {
            rereading.requireSame(body.upgrade(), read.upgrade());
            rereading.requireSame(body.downgrade(), read.findDowngrade().orElse(null));
        }
        return grown;
    }

    /** A team's own template may have lost a line of the header. */
    private void requireSame(@Nullable Revision read) {
        NewRevision place = draft.place();
        require(HeaderKey.REVISION_ID, List.of(draft.id()), read == null ? List.of() : List.of(read.id()));
        if (read != null) {
            require(HeaderKey.REVISES, place.parents(), read.parents());
            require(HeaderKey.DEPENDS_ON, place.dependencies(), read.dependencies());
            require(HeaderKey.BRANCH_LABELS, place.labels(), read.labels());
        }
    }

    private void require(HeaderKey key, Collection<String> expected, Collection<String> found) {
        if (!Set.copyOf(expected).equals(Set.copyOf(found))) {
            throw InvalidTemplateException.misplaces(
                    template, key.toString(), String.join(", ", expected), String.join(", ", found));
        }
    }

    /** A template may have statements of its own around them. */
    private void requireSame(@Nullable String text, @Nullable Script read) {
        if (text == null) {
            return;
        }
        List<List<@Nullable String>> expected =
                texts(SqlScript.parse(BodyText.of(draft.id(), text)).statements());
        List<List<@Nullable String>> found = read == null ? List.of() : texts(read.statements());
        if (read == null || Collections.indexOfSubList(found, expected) < 0) {
            throw RevisionNotWrittenException.because(
                    draft.id(), "Its statements would be read as others: %s for %s.".formatted(found, expected));
        }
    }

    private static List<List<@Nullable String>> texts(List<Statement> statements) {
        return statements.stream()
                .map(statement -> Arrays.asList(statement.text(), statement.copyData()))
                .toList();
    }
}
