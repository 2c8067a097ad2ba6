/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.CreateIndex;
import io.migrations.operation.DropIndex;
import io.migrations.operation.DropMode;
import io.migrations.operation.Execute;
import io.migrations.operation.IndexBuild;
import io.migrations.operation.IndexElement;
import io.migrations.operation.IndexParameters;
import io.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indexes that no constraint has made. */
final class IndexRendering implements Rendering {

    /** What the vocabulary says in few words: a btree over columns. */
    private static final Pattern SIMPLE = Pattern.compile(
            "CREATE (UNIQUE )?INDEX [^(]+ ON (?:ONLY )?[^(]+ USING (btree|hash|gin|gist|brin) \\(([^()]+)\\)");

    private static final Pattern COLUMNS = Pattern.compile("(?:[a-z_][a-z0-9_]*)(?:, [a-z_][a-z0-9_]*)*");

    @Override
    public List<Change> create(SchemaObject object) {
        List<Change> changes = new ArrayList<>();
        changes.add(Rendering.change(creation(object)));
        changes.addAll(statistics(List.of(), object));
        return changes;
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(new DropIndex(Naming.name(object.key()), false, DropMode.PLAIN, null)));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return statistics(before.lines("statistics"), after);
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return before.get("definition").equals(after.get("definition"))
                && before.get("invalid").equals(after.get("invalid"));
    }

    private static Operation creation(SchemaObject object) {
        String definition = object.get("definition");
        Matcher simple = SIMPLE.matcher(definition);
        if (!object.has("invalid")
                && simple.matches()
                && COLUMNS.matcher(simple.group(3)).matches()) {
            CreateIndex index = new CreateIndex(
                    object.key().name(),
                    Naming.whole(object.key()),
                    QuotedName.list(simple.group(3)).stream()
                            .map(IndexElement::column)
                            .toList(),
                    simple.group(1) != null,
                    simple.group(2).equals("btree") ? null : simple.group(2),
                    false,
                    IndexParameters.NONE,
                    null,
                    IndexBuild.PLAIN);
            return index;
        }
        // Of a partitioned table the catalog says ONLY also where the partitions have their indexes.
        String text = object.has("invalid") ? definition : definition.replaceFirst(" ON ONLY ", " ON ");
        return new Execute(List.of(text));
    }

    private static List<Change> statistics(List<String> before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        List<String> now = after.lines("statistics");
        String alter = "ALTER INDEX " + Naming.sql(after.key()) + " ALTER COLUMN ";
        before.stream()
                .map(line -> line.split(" ", -1)[0])
                .filter(column -> now.stream().noneMatch(line -> line.startsWith(column + " ")))
                .forEach(column -> changes.add(Rendering.sql(alter + column + " SET STATISTICS -1")));
        now.stream()
                .filter(line -> !before.contains(line))
                .forEach(line -> changes.add(Rendering.sql(alter + line.replace(" ", " SET STATISTICS "))));
        return changes;
    }
}
