/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import io.migrations.revision.Revision;
import io.migrations.script.ParsedFile.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file, with the file that holds its rollback if there is one. */
final class FileSource implements RevisionSource {

    private final ParsedFile parsed;
    private final @Nullable ParsedFile rollback;
    private final List<ScriptFault> faults;
    /** Where what is still to be written is reported. */
    private final List<ScriptFault> unwritten;

    FileSource(
            ParsedFile parsed, @Nullable ParsedFile rollback, List<ScriptFault> faults, List<ScriptFault> unwritten) {
        this.parsed = parsed;
        this.rollback = rollback;
        this.faults = faults;
        this.unwritten = unwritten;
    }

    @Override
    public String order() {
        return FlywayName.order(parsed.file().name());
    }

    @Override
    public String path() {
        return parsed.file().path();
    }

    @Override
    public boolean followsPrevious() {
        return !parsed.header().has(HeaderKey.REVISES);
    }

    @Override
    public int lineOf(GraphFault fault) {
        return parsed.header().lineOf(keysOf(fault));
    }

    private static HeaderKey[] keysOf(GraphFault fault) {
        if (fault instanceof GraphFault.MissingDependency) {
            return new HeaderKey[] {HeaderKey.DEPENDS_ON};
        }
        if (fault instanceof GraphFault.LabelTaken || fault instanceof GraphFault.IllegalLabel) {
            return new HeaderKey[] {HeaderKey.BRANCH_LABELS};
        }
        if (fault instanceof GraphFault.MissingParent || fault instanceof GraphFault.Cycle) {
            return new HeaderKey[] {HeaderKey.REVISES, HeaderKey.DEPENDS_ON};
        }
        return new HeaderKey[] {HeaderKey.REVISION_ID};
    }

    @Override
    public ScriptedRevision revision(@Nullable String previous) {
        Header header = parsed.header();
        List<String> parents = header.has(HeaderKey.REVISES)
                ? header.values(HeaderKey.REVISES)
                : Optional.ofNullable(previous).stream().toList();
        String id = header.value(HeaderKey.REVISION_ID).orElse(parsed.file().defaultId());
        var revision = new Revision(
                id,
                parents,
                header.values(HeaderKey.DEPENDS_ON),
                new LinkedHashSet<>(header.values(HeaderKey.BRANCH_LABELS)),
                header.value(HeaderKey.DESCRIPTION)
                        .orElseGet(() -> parsed.file().description(id)),
                path());
        Section upgrade = Objects.requireNonNull(parsed.upgrade(), path());
        if (upgrade.statements().isEmpty() && (!revision.isMerge() || upgrade.isToBeWritten())) {
            unwritten.add(new ScriptFault(
                    path(), upgrade.line(), "The upgrade is empty.", "Write its statements, or delete the file."));
        }
        return new ScriptedRevision(
                revision,
                script(parsed, upgrade),
                downgrade(),
                header.value(HeaderKey.CREATE_DATE)
                        .flatMap(HeaderParser::dateOf)
                        .orElse(null),
                null);
    }

    private @Nullable Script downgrade() {
        Section own = parsed.downgrade();
        if (rollback == null) {
            if (own == null) {
                return null;
            }
            requireWritten(own);
            return script(parsed, own);
        }
        if (own != null) {
            faults.add(new ScriptFault(
                    path(),
                    own.line(),
                    "The downgrade is written twice: here and in '%s'."
                            .formatted(rollback.file().path()),
                    "Keep one of them."));
        }
        Section section = rollback.downgrade();
        return section == null ? null : script(rollback, section);
    }

    private void requireWritten(Section downgrade) {
        if (downgrade.statements().isEmpty() && downgrade.isToBeWritten()) {
            unwritten.add(new ScriptFault(
                    path(),
                    downgrade.line(),
                    "The downgrade is still to be written.",
                    "Write its statements; where there is nothing to undo, remove the line '%s'; where there is no way"
                                    .formatted(Section.TO_BE_WRITTEN)
                            + " back, remove the marker as well."));
        }
    }

    private Script script(ParsedFile file, Section section) {
        String path = file.file().path();
        Optional<Boolean> declared =
                file.header().value(HeaderKey.TRANSACTIONAL).flatMap(HeaderParser::booleanOf);
        boolean transactional = new Transactionality(path, section.statements(), faults).decide(declared);
        return new Script(path, section.text(), section.statements(), transactional);
    }
}
