/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is different about a column afterwards. Of each kind, a column changes at most one. */
public sealed interface ColumnChange {

    /** The statements, for the column as it is called before. */
    default List<String> statements(Name table, String column) {
        return List.of("ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifiers.quoted(column) + " " + action());
    }

    /** What stands behind {@code ALTER COLUMN name}. */
    String action();

    /**
     * Another type.
     *
     * @param collation the order of its text; none for the type's
     * @param using how old values become new ones; none where PostgreSQL knows
     */
    record SetType(
            Type type, @Nullable Name collation, @Nullable Sql using) implements ColumnChange {
        @Override
        public String action() {
            return Words.join(
                    "TYPE",
                    type.sql(),
                    collation == null ? "" : "COLLATE " + collation.sql(),
                    using == null ? "" : "USING " + using.text());
        }
    }

    /** Whether it may be null. */
    record SetNullable(boolean nullable) implements ColumnChange {
        @Override
        public String action() {
            return nullable ? "DROP NOT NULL" : "SET NOT NULL";
        }
    }

    /**
     * Another default.
     *
     * @param value the new one; none to remove it
     */
    record SetDefault(@Nullable Sql value) implements ColumnChange {
        @Override
        public String action() {
            return value == null ? "DROP DEFAULT" : "SET DEFAULT " + value.text();
        }
    }

    /** Becomes numbered by a sequence of its own. */
    record AddIdentity(Identity identity) implements ColumnChange {
        @Override
        public String action() {
            return "ADD " + identity.sql();
        }
    }

    /**
     * Is numbered in another way.
     *
     * @param identity what is said of it changes, the rest stays
     * @param before what said more than {@code identity} is set back to its default; none to leave it
     */
    record SetIdentity(Identity identity, @Nullable Identity before) implements ColumnChange {
        @Override
        public String action() {
            return before == null ? identity.changes() : String.join(" ", identity.changesBackFrom(before));
        }
    }

    /** Is no longer numbered; the sequence is gone, and with it how far it had counted. */
    record DropIdentity() implements ColumnChange {
        @Override
        public String action() {
            return "DROP IDENTITY";
        }
    }

    /** Is computed by another expression; PostgreSQL 17 and later. */
    record SetExpression(Sql expression) implements ColumnChange {
        @Override
        public String action() {
            return "SET EXPRESSION AS (" + expression.text() + ")";
        }
    }

    /** Is no longer computed; the values stay. */
    record DropExpression() implements ColumnChange {
        @Override
        public String action() {
            return "DROP EXPRESSION";
        }
    }

    /** Keeps long values elsewhere. */
    record SetStorage(Storage storage) implements ColumnChange {
        @Override
        public String action() {
            return "SET STORAGE " + storage;
        }
    }

    /** Compresses long values in another way. */
    record SetCompression(String method) implements ColumnChange {
        @Override
        public String action() {
            return "SET COMPRESSION " + Identifiers.quoted(method);
        }
    }

    /** Has so many values looked at by ANALYZE; -1 for the server's default. */
    record SetStatistics(int target) implements ColumnChange {
        @Override
        public String action() {
            return "SET STATISTICS " + target;
        }
    }

    /**
     * Says something else in the catalog.
     *
     * @param comment what it says; none to remove it
     */
    record SetComment(@Nullable String comment) implements ColumnChange {
        @Override
        public String action() {
            return "IS " + (comment == null ? "NULL" : Value.ofText(comment));
        }

        @Override
        public List<String> statements(Name table, String column) {
            return CommentOn.of(new DatabaseObject(ObjectKind.COLUMN, new Name(null, column), table, null), comment)
                    .statements();
        }
    }

    /** Is called otherwise. */
    record Rename(String newName) implements ColumnChange {
        public Rename {
            Names.require("column", newName);
        }

        @Override
        public String action() {
            return "TO " + Identifiers.quoted(newName);
        }

        @Override
        public List<String> statements(Name table, String column) {
            return List.of(
                    "ALTER TABLE " + table.sql() + " RENAME COLUMN " + Identifiers.quoted(column) + " " + action());
        }
    }
}
