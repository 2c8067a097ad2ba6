/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.operation.ColumnChange.AddIdentity;
import io.migrations.operation.ColumnChange.DropExpression;
import io.migrations.operation.ColumnChange.DropIdentity;
import io.migrations.operation.ColumnChange.Rename;
import io.migrations.operation.ColumnChange.SetComment;
import io.migrations.operation.ColumnChange.SetDefault;
import io.migrations.operation.ColumnChange.SetIdentity;
import io.migrations.operation.ColumnChange.SetNullable;
import io.migrations.operation.ColumnChange.SetType;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Derives the changes that take those of a column back from what is known of it before. */
final class ColumnUndo {

    /** The types that PostgreSQL turns every value into without being told how. */
    private static final Pattern TEXT =
            Pattern.compile("(text|varchar|char|character|character varying|bpchar|name|citext)( *\\(.*\\))?");

    private final AlterColumn alter;
    private final List<ColumnChange> changes = new ArrayList<>();
    private @Nullable String obstacle;

    private ColumnUndo(AlterColumn alter) {
        this.alter = alter;
    }

    static Inverse of(AlterColumn alter) {
        var undo = new ColumnUndo(alter);
        alter.changes().forEach(undo::add);
        if (undo.obstacle != null) {
            return Inverse.none(undo.obstacle);
        }
        return Inverse.of(new AlterColumn(alter.table(), undo.nameAfter(), undo.changes, alter.changes()));
    }

    private void add(ColumnChange change) {
        if (change instanceof Rename) {
            changes.add(new Rename(alter.column()));
        } else if (change instanceof SetNullable flip) {
            changes.add(existing(SetNullable.class).orElse(new SetNullable(!flip.nullable())));
        } else if (change instanceof SetComment set && set.comment() != null) {
            changes.add(existing(SetComment.class).orElse(new SetComment(null)));
        } else if (change instanceof SetType) {
            addType();
        } else if (change instanceof AddIdentity) {
            changes.add(new DropIdentity());
        } else if (change instanceof DropIdentity) {
            addExisting(AddIdentity.class, "identity", "existingIdentity");
        } else if (change instanceof SetIdentity set) {
            existing(AddIdentity.class)
                    .ifPresentOrElse(
                            before -> changes.add(new SetIdentity(before.identity(), set.identity())),
                            () -> needs("identity", "existingIdentity"));
        } else if (change instanceof DropExpression) {
            obstacle = "PostgreSQL can't make the column '%s' a generated one again; write the downgrade."
                    .formatted(alter.column());
        } else {
            addSame(change);
        }
    }

    /** For what is undone by the same kind of change. */
    private void addSame(ColumnChange change) {
        String what = change.getClass().getSimpleName().substring("Set".length());
        boolean isDefault = change instanceof SetDefault;
        addExisting(
                change.getClass(),
                what.toLowerCase(Locale.ROOT),
                isDefault ? "existingServerDefault" : "existing" + what);
    }

    private void addType() {
        Optional<SetType> before = existing(SetType.class);
        if (before.isEmpty()) {
            needs("type", "existingType");
            return;
        }
        changes.add(before.get().using() == null ? cast(before.get()) : before.get());
        boolean changesDefault = alter.changes().stream().anyMatch(SetDefault.class::isInstance);
        if (!changesDefault) {
            // PostgreSQL casts a default with its column, there and back, and keeps both casts.
            existing(SetDefault.class).ifPresent(changes::add);
        }
    }

    private SetType cast(SetType before) {
        String type = before.type().sql();
        boolean castsByItself = TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches();
        String column = Identifiers.quoted(nameAfter());
        return castsByItself ? before : new SetType(before.type(), before.collation(), new Sql(column + "::" + type));
    }

    private <T extends ColumnChange> void addExisting(Class<T> kind, String what, String argument) {
        existing(kind).ifPresentOrElse(changes::add, () -> needs(what, argument));
    }

    private void needs(String what, String argument) {
        if (obstacle == null) {
            obstacle = "The %s that the column '%s' had is not known; give it as %s."
                    .formatted(what, alter.column(), argument);
        }
    }

    private <T extends ColumnChange> Optional<T> existing(Class<T> kind) {
        return ColumnChanges.find(alter.existing(), kind);
    }

    private String nameAfter() {
        return ColumnChanges.find(alter.changes(), Rename.class)
                .map(Rename::newName)
                .orElse(alter.column());
    }
}
