/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.operation.ColumnChange.AddIdentity;
import io.migrations.operation.ColumnChange.DropExpression;
import io.migrations.operation.ColumnChange.DropIdentity;
import io.migrations.operation.ColumnChange.Rename;
import io.migrations.operation.ColumnChange.SetComment;
import io.migrations.operation.ColumnChange.SetDefault;
import io.migrations.operation.ColumnChange.SetNullable;
import io.migrations.operation.ColumnChange.SetType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Several changes of one column. Their order is Alembic's, but that what stands in the way of another change goes before
 * it: a default before a type it does not fit, an identity before DROP NOT NULL.
 */
final class ColumnChanges {

    private static final List<Predicate<ColumnChange>> ORDER = List.of(
            DropIdentity.class::isInstance,
            DropExpression.class::isInstance,
            change -> change instanceof SetDefault set && set.value() == null,
            SetType.class::isInstance,
            change -> change instanceof SetNullable set && !set.nullable(),
            SetDefault.class::isInstance,
            AddIdentity.class::isInstance,
            SetNullable.class::isInstance,
            change -> !(change instanceof SetComment || change instanceof Rename),
            SetComment.class::isInstance,
            Rename.class::isInstance);

    private ColumnChanges() {}

    /** The changes in the order to make them. */
    static List<ColumnChange> ordered(List<ColumnChange> changes) {
        var ordered = new ArrayList<>(changes);
        boolean newType = changes.stream().anyMatch(SetType.class::isInstance);
        boolean newDefault =
                changes.stream().anyMatch(change -> change instanceof SetDefault set && set.value() != null);
        if (newType && newDefault) {
            // The old one might not fit the new type.
            ordered.add(new SetDefault(null));
        }
        ordered.sort(Comparator.comparingInt(ColumnChanges::rank));
        return ordered;
    }

    /** The changes with one more, which takes the place of one of its kind. */
    static List<ColumnChange> with(List<ColumnChange> changes, ColumnChange change) {
        var more = new ArrayList<>(changes);
        more.removeIf(other -> other.getClass() == change.getClass());
        more.add(change);
        return more;
    }

    /** The operation, if it changes anything. */
    static AlterColumn requireSome(AlterColumn alter) {
        if (alter.changes().isEmpty()) {
            throw new InvalidOperationException(
                    "Nothing of the column '%s' of '%s' changes.".formatted(alter.column(), alter.table()),
                    "Say what, such as nullable(false).");
        }
        return alter;
    }

    /** The change of a kind, if there is one. */
    static <T extends ColumnChange> Optional<T> find(List<ColumnChange> changes, Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static int rank(ColumnChange change) {
        int rank = 0;
        while (!ORDER.get(rank).test(change)) {
            rank++;
        }
        return rank;
    }
}
