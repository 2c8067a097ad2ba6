/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.RepeatableRow;
import io.migrations.history.RepeatableSet;
import io.migrations.history.RevisionTexts;
import io.migrations.revision.Revision;
import io.migrations.script.RepeatableScript;
import io.migrations.script.Script;
import io.migrations.script.ScriptedRevision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what has run in a database: the build's script where it is still the same, else the text that the database keeps.
 * Code is kept by nobody.
 */
final class AsApplied {

    private static final String SQL = "sql";

    private final Environment environment;
    private final Session session;

    AsApplied(Environment environment, Session session) {
        this.environment = environment;
        this.session = session;
    }

    AppliedScripts read() {
        Optional<HistoryTables> tables = environment.existingTables(session);
        if (tables.isEmpty()) {
            return new AppliedScripts(List.of(), List.of(), Map.of());
        }
        List<AppliedRevision> applied = new AppliedSet(tables.get()).read(session.jdbc());
        Set<String> ids = applied.stream().map(AppliedRevision::id).collect(Collectors.toSet());
        List<ScriptedRevision> revisions = new ArrayList<>();
        Map<String, String> lost = new LinkedHashMap<>();
        for (AppliedRevision each : applied) {
            Revision node = each.revision().restrictedTo(ids);
            upgrade(tables.get(), each, lost)
                    .ifPresent(script -> revisions.add(new ScriptedRevision(node, script, null, null, null)));
        }
        return new AppliedScripts(revisions, repeatables(tables.get()), lost);
    }

    private Optional<Script> upgrade(HistoryTables tables, AppliedRevision applied, Map<String, String> lost) {
        Optional<Script> own = environment.directory().find(applied.id()).map(ScriptedRevision::upgrade);
        if (own.filter(script -> script.checksum().equals(applied.checksum())).isPresent()) {
            return own;
        }
        if (!applied.kind().equals(SQL)) {
            lost.put(
                    applied.id(),
                    own.isPresent()
                            ? "it is in Java, and was edited after it had been applied"
                            : "it is in Java, and not among this build's revisions");
            return Optional.empty();
        }
        return new AppliedSet(tables)
                .texts(session.jdbc(), applied.id())
                .map(RevisionTexts::upgrade)
                .map(text -> environment.scripts().parse(applied.id(), text, applied.transactional()));
    }

    private List<RepeatableScript> repeatables(HistoryTables tables) {
        if (!HistorySchema.hasRepeatables(session.jdbc(), tables)) {
            return List.of();
        }
        // One without a checksum has given way, and waits to run again.
        List<RepeatableRow> rows = new RepeatableSet(tables)
                .rows(session.jdbc()).stream()
                        .filter(row -> row.checksum() != null)
                        .toList();
        Set<String> names = new HashSet<>(rows.stream().map(RepeatableRow::name).toList());
        List<String> order = environment.directory().repeatables().stream()
                .map(RepeatableScript::name)
                .toList();
        return rows.stream()
                .sorted(Comparator.comparingInt(
                        row -> order.contains(row.name()) ? order.indexOf(row.name()) : order.size()))
                .map(row -> repeatable(row, names))
                .toList();
    }

    private RepeatableScript repeatable(RepeatableRow row, Set<String> names) {
        Optional<RepeatableScript> own = environment.directory().findRepeatable(row.name());
        List<String> dependencies = own.map(RepeatableScript::dependencies).orElse(List.of()).stream()
                .filter(names::contains)
                .toList();
        Script script = own.filter(found -> found.checksum().equals(row.checksum()))
                .map(RepeatableScript::script)
                .orElseGet(() -> environment.scripts().parse(row));
        return new RepeatableScript(row.name(), row.name(), dependencies, script);
    }
}
