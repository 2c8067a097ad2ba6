/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code CREATE} or {@code DROP} of a database, a tablespace or a subscription. A database that was dropped half-way is
 * there, and of no use but to be dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropdatabase.html">DROP DATABASE</a>
 */
record UnfinishedObject(boolean creates, Kind kind, Name name) implements UnfinishedStatement {

    /** Where the catalog has it. */
    enum Kind {
        DATABASE("pg_database WHERE datname = ? AND datconnlimit <> -2"),
        TABLESPACE("pg_tablespace WHERE spcname = ?"),
        SUBSCRIPTION("pg_subscription WHERE subname = ? AND subdbid = (SELECT oid FROM pg_database WHERE datname ="
                + " current_database())");

        private final String rows;

        Kind(String rows) {
            this.rows = rows;
        }
    }

    static UnfinishedStatement of(StatementWords words) {
        Optional<Name> name = words.name(2);
        for (Kind kind : Kind.values()) {
            if (words.is(1, kind.name().toLowerCase(Locale.ROOT)) && name.isPresent()) {
                return new UnfinishedObject(words.is(0, "create"), kind, name.get());
            }
        }
        return new UnfinishedRepeat();
    }

    @Override
    public Finding find(Aftermath aftermath) {
        if (isUnusable(aftermath)) {
            String drop = "DROP DATABASE " + Identifiers.quoted(name.plain());
            return creates ? Finding.againAfter(List.of(drop)) : Finding.again();
        }
        return Finding.of(creates ? isCreated(aftermath) : aftermath.died() && !isThere(aftermath, "true"));
    }

    private boolean isUnusable(Aftermath aftermath) {
        return kind == Kind.DATABASE
                && aftermath.finds("SELECT FROM pg_database WHERE datname = ? AND datconnlimit = -2", name.plain());
    }

    private boolean isCreated(Aftermath aftermath) {
        // Who is no superuser may not see when a subscription was made.
        return kind == Kind.SUBSCRIPTION
                ? aftermath.died() && isThere(aftermath, "true")
                : isThere(aftermath, aftermath.isInDoubt("xmin"));
    }

    private boolean isThere(Aftermath aftermath, String condition) {
        return aftermath.finds("SELECT FROM " + kind.rows + " AND " + condition, name.plain());
    }
}
