/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.operation.ColumnChange.AddIdentity;
import io.migrations.operation.ColumnChange.DropExpression;
import io.migrations.operation.ColumnChange.DropIdentity;
import io.migrations.operation.ColumnChange.Rename;
import io.migrations.operation.ColumnChange.SetDefault;
import io.migrations.operation.ColumnChange.SetIdentity;
import io.migrations.operation.ColumnChange.SetNullable;
import io.migrations.operation.ColumnChange.SetType;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Derives the changes that take those of a column back from what is known of it before. */
final class ColumnUndo {

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
        } else if (change instanceof SetType now) {
            addType(now);
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

    private void addType(SetType now) {
        Optional<SetType> before = existing(SetType.class);
        if (before.isEmpty()) {
            needs("type", "existingType");
            return;
        }
        changes.add(before.get().using() == null ? back(now.type(), before.get()) : before.get());
        boolean changesDefault = alter.changes().stream().anyMatch(SetDefault.class::isInstance);
        if (!changesDefault) {
            // PostgreSQL casts a default with its column, there and back, and keeps both casts.
            existing(SetDefault.class).ifPresent(changes::add);
        }
    }

    private SetType back(Type now, SetType before) {
        String type = before.type().sql();
        return switch (PlainType.of(now).to(PlainType.of(before.type()))) {
            case ASSIGNMENT -> before;
            case CAST ->
                new SetType(before.type(), before.collation(), new Sql(Identifiers.quoted(nameAfter()) + "::" + type));
            case UNKNOWN -> {
                obstacle =
                        "How the values of the column '%s' come back from %s to %s is not known, and a cast might cut them; give the expression as existingType(type, collation, using)."
                                .formatted(alter.column(), now.sql(), type);
                yield before;
            }
        };
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
