/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.NamedParameters;
import io.migrations.sql.SqlFault;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * SQL that the author writes: Alembic's {@code execute}.
 *
 * @param statements the statements, each without a semicolon at its end
 */
public record Execute(List<String> statements) implements Operation {

    public Execute {
        statements = List.copyOf(statements);
    }

    /**
     * The statements of a text, separated by semicolons.
     *
     * @throws InvalidOperationException where it has none, or none that a server could read
     */
    public static Execute of(String sql) {
        SqlScript script = SqlScript.parse(sql);
        if (!script.faults().isEmpty()) {
            SqlFault fault = script.faults().get(0);
            throw new InvalidOperationException(
                    "The SQL of execute has a fault at %s: %s".formatted(fault.position(), fault.message()),
                    fault.remedy());
        }
        if (script.statements().isEmpty()) {
            throw new InvalidOperationException("The SQL of execute has no statement.", "Write one.");
        }
        if (script.statements().stream().anyMatch(copy -> copy.kind() == StatementKind.COPY_FROM_STDIN)) {
            throw new InvalidOperationException(
                    "execute can't send the rows of COPY ... FROM STDIN.", "Use bulkInsert, or a revision in SQL.");
        }
        return new Execute(script.statements().stream().map(Statement::text).toList());
    }

    /**
     * The same with values of Java in the places of parameters written {@code :name}, as constants.
     *
     * @throws InvalidOperationException where a parameter has no value, or a value no parameter
     */
    public static Execute of(String sql, Map<String, ? extends @Nullable Object> parameters) {
        NamedParameters places = NamedParameters.in(sql);
        requireNone(
                "The parameters %s of execute have no values.",
                places.names(),
                parameters.keySet(),
                "Give them; where a colon belongs to the SQL, put a blank behind it.");
        requireNone(
                "The values of %s are given to execute, and its SQL has no such parameters.",
                parameters.keySet(), places.names(), "Write them as :name, or leave the values out.");
        var constants = new HashMap<String, String>();
        parameters.forEach((name, value) -> constants.put(name, Value.of(value)));
        return of(places.replaced(constants));
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("What execute('%s') does is not known; write the downgrade.".formatted(beginning()));
    }

    private String beginning() {
        String line = statements.get(0).lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    private static void requireNone(String problem, Set<String> names, Set<String> without, String remedy) {
        var missing = new TreeSet<>(names);
        missing.removeAll(without);
        if (!missing.isEmpty()) {
            throw new InvalidOperationException(problem.formatted(missing), remedy);
        }
    }
}
