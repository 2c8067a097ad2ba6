/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.Legible;
import io.migrations.revision.GraphFault;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.sql.Placeholders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes revisions of files and of classes: pairs a file with its rollback, gives those that name no parents their order,
 * joins the graph.
 */
final class ScriptAssembly {

    private final List<ScriptFault> faults = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();
    private final Map<String, ParsedFile> upgrades = new LinkedHashMap<>();
    /** By the path of the upgrade they belong to. */
    private final Map<String, ParsedFile> rollbacks = new LinkedHashMap<>();

    private List<RepeatableScript> repeatables = List.of();

    /** Where what is still to be written is reported; drafts keep it to themselves. */
    private final List<ScriptFault> unwritten;

    private Hooks hooks = Hooks.none();

    private ScriptAssembly(boolean drafts) {
        this.unwritten = drafts ? new ArrayList<>() : faults;
    }

    /**
     * Makes revisions of files and classes.
     *
     * @throws InvalidScriptsException with every fault of every one of them
     */
    static ScriptDirectory assemble(
            List<ScriptFile> files, Collection<JavaRevision> classes, Placeholders placeholders) {
        return assemble(files, classes, List.of(), List.of(), placeholders);
    }

    /**
     * Makes revisions of files and classes, and hooks of other files.
     *
     * @param found faults of files that are neither
     * @throws InvalidScriptsException with every fault of every one of them
     */
    static ScriptDirectory assemble(
            List<ScriptFile> files,
            Collection<JavaRevision> classes,
            List<ScriptFile> hooks,
            List<ScriptFault> found,
            Placeholders placeholders) {
        var assembly = new ScriptAssembly(false);
        assembly.faults.addAll(found);
        Stream.concat(files.stream(), hooks.stream()).forEach(assembly::checkPath);
        files.forEach(file -> FlywayName.fault(file).ifPresent(assembly.faults::add));
        assembly.hooks = new HookParser(placeholders, assembly.faults).parse(hooks);
        assembly.repeatables = RepeatableAssembly.assemble(files, placeholders, assembly.faults);
        return assembly.assembleAll(files, classes, List.of(), placeholders);
    }

    /**
     * Makes revisions of files that their authors may still be at: a new file has its place in the graph before it has
     * statements, and a class before it is compiled. Placeholders stay as they are, and repeatable scripts are left out.
     *
     * @throws InvalidScriptsException with every other fault
     */
    static ScriptDirectory assembleDrafts(
            List<ScriptFile> files, Collection<JavaRevision> classes, Collection<UnbuiltRevision> unbuilt) {
        return new ScriptAssembly(true).assembleAll(files, classes, unbuilt, Placeholders.none());
    }

    private ScriptDirectory assembleAll(
            List<ScriptFile> files,
            Collection<JavaRevision> classes,
            Collection<UnbuiltRevision> unbuilt,
            Placeholders placeholders) {
        files.stream()
                .filter(file -> file.repeatable() == null)
                .sorted(Comparator.comparing(ScriptFile::name, NaturalOrder.INSTANCE)
                        .thenComparing(ScriptFile::path))
                .forEach(file -> add(ScriptParser.parse(file, placeholders, faults)));
        rollbacks.values().forEach(this::requireUpgrade);
        List<RevisionSource> sources = new ArrayList<>(unbuilt);
        upgrades.forEach((path, parsed) -> sources.add(new FileSource(parsed, rollbacks.get(path), faults, unwritten)));
        classes.forEach(revision ->
                JavaSource.of(revision, placeholders, faults, causes).ifPresent(sources::add));
        sources.sort(Comparator.comparing(RevisionSource::order, NaturalOrder.INSTANCE)
                .thenComparing(RevisionSource::path));
        return join(sources);
    }

    private void checkPath(ScriptFile file) {
        file.path()
                .codePoints()
                .filter(character -> !Legible.isLegible(character))
                .findFirst()
                .ifPresent(character -> faults.add(new ScriptFault(
                        file.path(),
                        1,
                        "The name of the file holds the character '%s', which does not show."
                                .formatted(Legible.code(character)),
                        "Rename the file.")));
    }

    private void add(ParsedFile parsed) {
        if (parsed.file().isRollback()) {
            rollbacks.put(parsed.file().upgradePath(), parsed);
        } else {
            upgrades.put(parsed.file().path(), parsed);
        }
    }

    private ScriptDirectory join(List<RevisionSource> sources) {
        List<ScriptedRevision> revisions = new ArrayList<>();
        Map<Revision, RevisionSource> origins = new HashMap<>();
        String previous = null;
        for (RevisionSource source : sources) {
            ScriptedRevision revision = source.revision(previous);
            if (source.followsPrevious()) {
                previous = revision.revision().id();
            }
            revisions.add(revision);
            origins.put(revision.revision(), source);
        }
        List<Revision> nodes =
                revisions.stream().map(ScriptedRevision::revision).toList();
        for (GraphFault fault : RevisionGraph.faults(nodes)) {
            RevisionSource source = origins.get(fault.revision());
            int line = source == null ? 1 : source.lineOf(fault);
            faults.add(new ScriptFault(fault.revision().source(), line, fault.message(), fault.remedy()));
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(ScriptFault::file, NaturalOrder.INSTANCE)
                    .thenComparingInt(ScriptFault::line));
            var exception = new InvalidScriptsException(List.copyOf(new LinkedHashSet<>(faults)));
            causes.forEach(exception::addSuppressed);
            throw exception;
        }
        return new ScriptDirectory(RevisionGraph.of(nodes), revisions, repeatables, hooks);
    }

    private void requireUpgrade(ParsedFile rollback) {
        if (!upgrades.containsKey(rollback.file().upgradePath())) {
            faults.add(new ScriptFault(
                    rollback.file().path(),
                    1,
                    "A rollback file without its upgrade: '%s' is missing."
                            .formatted(rollback.file().upgradePath()),
                    "Add the upgrade beside it, or delete the rollback."));
        }
    }
}
