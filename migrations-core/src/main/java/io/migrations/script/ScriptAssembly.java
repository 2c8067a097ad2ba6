/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.ParsedFile.Section;
import io.migrations.sql.Placeholders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes revisions of files: pairs a file with its rollback, gives header-less files their order, joins the graph. */
final class ScriptAssembly {

    private final List<ScriptFault> faults = new ArrayList<>();
    private final Map<String, ParsedFile> upgrades = new LinkedHashMap<>();
    /** By the path of the upgrade they belong to. */
    private final Map<String, ParsedFile> rollbacks = new LinkedHashMap<>();

    /** Where what is still to be written is reported; drafts keep it to themselves. */
    private final List<ScriptFault> unwritten;

    private Hooks hooks = Hooks.none();

    private ScriptAssembly(boolean drafts) {
        this.unwritten = drafts ? new ArrayList<>() : faults;
    }

    /**
     * Makes revisions of files.
     *
     * @throws InvalidScriptsException with every fault of every file
     */
    static ScriptDirectory assemble(List<ScriptFile> files, Placeholders placeholders) {
        return assemble(files, List.of(), List.of(), placeholders);
    }

    /**
     * Makes revisions of files, and hooks of others.
     *
     * @param found faults of files that are neither
     * @throws InvalidScriptsException with every fault of every file
     */
    static ScriptDirectory assemble(
            List<ScriptFile> files, List<ScriptFile> hooks, List<ScriptFault> found, Placeholders placeholders) {
        var assembly = new ScriptAssembly(false);
        assembly.faults.addAll(found);
        assembly.hooks = new HookParser(placeholders, assembly.faults).parse(hooks);
        return assembly.assembleAll(files, placeholders);
    }

    /**
     * Makes revisions of files that their authors may still be at: a new file has its place in the graph before it has
     * statements. Placeholders stay as they are.
     *
     * @throws InvalidScriptsException with every other fault of every file
     */
    static ScriptDirectory assembleDrafts(List<ScriptFile> files) {
        return new ScriptAssembly(true).assembleAll(files, Placeholders.none());
    }

    private ScriptDirectory assembleAll(List<ScriptFile> files, Placeholders placeholders) {
        files.stream()
                .sorted(Comparator.comparing(ScriptFile::name, NaturalOrder.INSTANCE)
                        .thenComparing(ScriptFile::path))
                .forEach(file -> add(ScriptParser.parse(file, placeholders, faults)));
        return join();
    }

    private void add(ParsedFile parsed) {
        if (parsed.file().isRollback()) {
            rollbacks.put(parsed.file().upgradePath(), parsed);
        } else {
            upgrades.put(parsed.file().path(), parsed);
        }
    }

    private ScriptDirectory join() {
        List<ScriptedRevision> revisions = new ArrayList<>();
        Map<Revision, ParsedFile> origins = new HashMap<>();
        String previous = null;
        for (ParsedFile parsed : upgrades.values()) {
            ScriptedRevision revision = revision(parsed, previous);
            if (!parsed.header().has(HeaderKey.REVISES)) {
                previous = revision.revision().id();
            }
            revisions.add(revision);
            origins.put(revision.revision(), parsed);
        }
        rollbacks.values().forEach(this::requireUpgrade);
        List<Revision> nodes =
                revisions.stream().map(ScriptedRevision::revision).toList();
        for (GraphFault fault : RevisionGraph.faults(nodes)) {
            ParsedFile parsed = origins.get(fault.revision());
            int line = parsed == null ? 1 : parsed.header().lineOf(keysOf(fault));
            faults.add(new ScriptFault(fault.revision().source(), line, fault.message(), fault.remedy()));
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(ScriptFault::file, NaturalOrder.INSTANCE)
                    .thenComparingInt(ScriptFault::line));
            throw new InvalidScriptsException(List.copyOf(new LinkedHashSet<>(faults)));
        }
        return new ScriptDirectory(RevisionGraph.of(nodes), revisions, hooks);
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

    private ScriptedRevision revision(ParsedFile parsed, @Nullable String previous) {
        Header header = parsed.header();
        String path = parsed.file().path();
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
                path);
        Section upgrade = parsed.upgrade();
        if (upgrade == null) {
            throw new IllegalStateException(path);
        }
        if (upgrade.statements().isEmpty() && (!revision.isMerge() || upgrade.isToBeWritten())) {
            unwritten.add(new ScriptFault(
                    path, upgrade.line(), "The upgrade is empty.", "Write its statements, or delete the file."));
        }
        return new ScriptedRevision(
                revision,
                script(parsed, header, upgrade),
                downgrade(parsed),
                header.value(HeaderKey.CREATE_DATE)
                        .flatMap(HeaderParser::dateOf)
                        .orElse(null));
    }

    private @Nullable Script downgrade(ParsedFile parsed) {
        Section own = parsed.downgrade();
        ParsedFile rollback = rollbacks.get(parsed.file().path());
        if (rollback == null) {
            if (own == null) {
                return null;
            }
            requireWritten(parsed.file().path(), own);
            return script(parsed, parsed.header(), own);
        }
        if (own != null) {
            fault(
                    parsed.file().path(),
                    own.line(),
                    "The downgrade is written twice: here and in '%s'."
                            .formatted(rollback.file().path()),
                    "Keep one of them.");
        }
        Section section = rollback.downgrade();
        return section == null ? null : script(rollback, rollback.header(), section);
    }

    private void requireWritten(String path, Section downgrade) {
        if (downgrade.statements().isEmpty() && downgrade.isToBeWritten()) {
            unwritten.add(new ScriptFault(
                    path,
                    downgrade.line(),
                    "The downgrade is still to be written.",
                    "Write its statements; where there is nothing to undo, remove the line '%s'; where there is no way"
                                    .formatted(Section.TO_BE_WRITTEN)
                            + " back, remove the marker as well."));
        }
    }

    private Script script(ParsedFile parsed, Header header, Section section) {
        String path = parsed.file().path();
        boolean transactional = new Transactionality(path, section, faults).decide(header);
        return new Script(path, section.text(), section.statements(), transactional);
    }

    private void requireUpgrade(ParsedFile rollback) {
        if (!upgrades.containsKey(rollback.file().upgradePath())) {
            fault(
                    rollback.file().path(),
                    1,
                    "A rollback file without its upgrade: '%s' is missing."
                            .formatted(rollback.file().upgradePath()),
                    "Add the upgrade beside it, or delete the rollback.");
        }
    }

    private void fault(String file, int line, String message, String remedy) {
        faults.add(new ScriptFault(file, line, message, remedy));
    }
}
