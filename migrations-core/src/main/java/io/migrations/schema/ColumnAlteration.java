/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AlterColumn;
import io.migrations.operation.ColumnChange;
import io.migrations.operation.ColumnChange.AddIdentity;
import io.migrations.operation.ColumnChange.DropExpression;
import io.migrations.operation.ColumnChange.DropIdentity;
import io.migrations.operation.ColumnChange.SetExpression;
import io.migrations.operation.ColumnChange.SetIdentity;
import io.migrations.operation.ColumnChange.SetNullable;
import io.migrations.operation.ColumnChange.SetType;
import io.migrations.operation.Identity;
import io.migrations.operation.Name;
import io.migrations.operation.Sql;
import io.migrations.operation.Type;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column of a table that stays becomes another. */
final class ColumnAlteration {

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('(.+)'::regclass\\)");

    private final Sides sides;
    private final TableLinks links;
    private final NewValues values;
    private final SchemaObject before;
    private final SchemaObject after;
    private final List<Change> changes = new ArrayList<>();

    ColumnAlteration(Sides sides, TableLinks links, NewValues values, ObjectKey column) {
        this.sides = sides;
        this.links = links;
        this.values = values;
        this.before = sides.before(column);
        this.after = sides.after(column);
    }

    List<Change> changes() {
        if (before.has("identity") && !after.has("identity") && !isNumberedByParent(sides.from())) {
            add(new DropIdentity());
            newCounter()
                    .map(sequence -> counting(
                            Literals.text(Naming.sql(sequence.key())),
                            after.key(),
                            sequence.get("increment").startsWith("-")))
                    .ifPresent(change -> changes.addAll(
                            RowSecurity.lifted(sides.to(), Sides.tableOf(after.key()), List.of(change))));
        }
        if (before.has("generated") && !after.has("generated")) {
            add(new DropExpression());
        }
        if (!isGiven()) {
            type();
        }
        if (after.has("generated") && !before.get("expression").equals(after.get("expression"))) {
            add(new SetExpression(new Sql(after.get("expression"))));
        }
        nullability();
        identity();
        changes.addAll(Columns.settings(before, after));
        return changes;
    }

    /** The new sequence that takes over from an identity, unless it is owned by the column and so begins behind its rows anyway. */
    private Optional<SchemaObject> newCounter() {
        var key = new ObjectKey(
                SchemaKind.DEFAULT,
                after.key().schema(),
                after.key().of(),
                after.key().name(),
                "");
        return sides.to()
                .find(key)
                .map(value -> NEXT_VALUE.matcher(value.get("expression")))
                .filter(Matcher::matches)
                .map(next -> QuotedName.qualified(next.group(1).replace("''", "'")))
                .map(name -> ObjectKey.in(name.findSchema().orElse(""), SchemaKind.SEQUENCE, name.simple()))
                .filter(sequence -> !sides.from().has(sequence))
                .flatMap(sequence -> sides.to().find(sequence))
                .filter(sequence -> !sequence.has("owned by"));
    }

    /** Whether the change of type comes with that of a parent's column. */
    private boolean isGiven() {
        return links.giver(after.key()).isPresent();
    }

    private void type() {
        boolean isSwapped = values.isSwapped(after.key());
        if (!ColumnTypes.differ(before, after) && !isSwapped) {
            return;
        }
        Sql using = after.has("generated") ? null : values.using(before, after);
        Name collation = after.find("collation").map(QuotedName::qualified).orElse(null);
        ColumnChange change = new SetType(new Type(after.get("type")), collation, using);
        String warning = values.warning(before, after);
        boolean needsHolder = values.needsHolder(before, after);
        if (needsHolder) {
            changes.add(Rendering.sql(
                    "CREATE TYPE %s AS (v %s)".formatted(NewValues.holder(after), after.get("type")),
                    "Only for the time of the change: rows in arrays are turned into others as parts of a row."));
        }
        changes.add(warning == null ? altering(change) : altering(change, warning));
        if (needsHolder) {
            changes.add(Rendering.sql("DROP TYPE " + NewValues.holder(after)));
        }
    }

    private void nullability() {
        boolean required = after.has("not null");
        if (before.has("not null") == required) {
            return;
        }
        boolean special = after.has("not null constraint") || after.has("not null valid");
        boolean comesWithParent = links.giver(after.key())
                .filter(parent -> sides.isInBoth(parent)
                        && sides.before(parent).has("not null") != required
                        && sides.after(parent).has("not null") == required)
                .isPresent();
        if (comesWithParent) {
            return;
        }
        boolean comesWithKey = required && after.fact("primary key").equals("yes") && isKeyNew() && hasOwnKey();
        if (required && !special && !comesWithKey) {
            changes.add(altering(
                    new SetNullable(false),
                    "Fails while a row holds NULL in %s.".formatted(after.key().name())));
        } else if (!required) {
            add(new SetNullable(true));
        }
    }

    /** Whether its table is a partition; from PostgreSQL 17 on that is numbered as long as it is one. */
    private boolean isNumberedByParent(Snapshot snapshot) {
        return snapshot.find(Sides.tableOf(after.key()))
                .filter(table -> table.has("partition of"))
                .isPresent();
    }

    /** Whether the primary key comes only now; that makes its columns NOT NULL by itself. */
    private boolean isKeyNew() {
        return !before.fact("primary key").equals("yes");
    }

    /** Whether the key is the table's, and not one that it gets with its parent's. */
    private boolean hasOwnKey() {
        return sides.to().parts(Sides.tableOf(after.key()), SchemaKind.CONSTRAINT).stream()
                .anyMatch(key -> key.fact("type").equals("p"));
    }

    private void identity() {
        if (!after.has("identity") || isNumberedByParent(sides.to())) {
            return;
        }
        if (!before.has("identity")) {
            add(new AddIdentity(SequenceOptions.identity(after)));
            changes.addAll(RowSecurity.lifted(sides.to(), Sides.tableOf(after.key()), List.of(counting(after))));
            return;
        }
        var identity = SequenceOptions.changedIdentity(before, after);
        boolean isSame = before.get("identity").equals(after.get("identity"))
                && identity.equals(identity.isAlways() ? Identity.always() : Identity.byDefault());
        if (!isSame) {
            String column = "ALTER TABLE %s ALTER COLUMN %s"
                    .formatted(Naming.whole(after.key()).sql(), Naming.quoted(after.key()));
            changes.addAll(SequenceRange.of(before)
                    .moving(
                            SequenceRange.of(after),
                            sequenceOf(after),
                            column.replace("%", "%%") + " SET MINVALUE %d SET MAXVALUE %d"));
            add(new SetIdentity(identity, null));
        }
    }

    /** Lets the sequence of an identity column go on where the rows have come to. */
    static Change counting(SchemaObject column) {
        return counting(
                sequenceOf(column), column.key(), column.get("increment").startsWith("-"));
    }

    private static String sequenceOf(SchemaObject column) {
        return "pg_get_serial_sequence(%s, %s)"
                .formatted(
                        Literals.text(Naming.whole(column.key()).sql()),
                        Literals.text(column.key().name()));
    }

    /**
     * Lets the sequence of an identity column go on where that of its predecessor had come to, which may be behind rows that
     * are no more.
     *
     * @param old the predecessor of its table, as SQL
     */
    static Change countingOn(SchemaObject column, String old) {
        return Rendering.sql(
                "SELECT setval(%s, n) FROM pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass) n WHERE n IS NOT NULL"
                        .formatted(
                                sequenceOf(column),
                                Literals.text(old),
                                Literals.text(column.key().name())),
                "The numbering goes on where it had come to.");
    }

    /** Lets a new sequence go on where the rows have come to. */
    static Change counting(String sequence, ObjectKey column, boolean descends) {
        String name = Naming.quoted(column);
        return Rendering.sql(
                "SELECT setval(%s, %s(%s)) FROM %s HAVING count(%s) > 0"
                        .formatted(
                                sequence,
                                descends ? "min" : "max",
                                name,
                                Naming.whole(column).sql(),
                                name),
                "The numbering goes on behind the highest that is there.");
    }

    private void add(ColumnChange change) {
        changes.add(altering(change));
    }

    private Change altering(ColumnChange change, String... remarks) {
        AlterColumn alter = new AlterColumn(
                Naming.whole(after.key()), after.key().name(), List.of(change), List.<@Nullable ColumnChange>of());
        return Rendering.change(alter, remarks);
    }
}
