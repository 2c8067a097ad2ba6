/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.script.ScriptFault;
import io.migrations.script.SqlFile;
import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link SchemaModel} that is written down: files of SQL that make the whole schema, one after the other. Read anew each
 * time.
 */
public final class SchemaScript implements SchemaModel {

    private final List<String> locations;
    private final ClassLoader classLoader;
    private final Placeholders placeholders;

    /**
     * The files at some locations.
     *
     * @param locations such as {@code classpath:db/schema.sql}, {@code file:/srv/schema.sql}, or with wildcards
     *     {@code classpath:db/schema/*.sql}, whose files come in natural order
     * @param placeholders values for those in the files
     */
    public SchemaScript(List<String> locations, ClassLoader classLoader, Placeholders placeholders) {
        this.locations = List.copyOf(locations);
        this.classLoader = classLoader;
        this.placeholders = placeholders;
    }

    @Override
    public String name() {
        return String.join(", ", locations);
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public List<ModelStatement> statements() {
        List<ScriptFault> faults = new ArrayList<>();
        List<ModelStatement> statements = new ArrayList<>();
        for (String location : locations) {
            for (SqlFile file : SqlFile.read(location, classLoader, faults)) {
                SqlScript script = SqlScript.parse(file.text(), comment -> false, placeholders);
                script.faults().forEach(fault -> faults.add(SqlFile.fault(file.path(), fault)));
                script.statements().forEach(statement -> {
                    refuseWhatIsNoSchema(file.path(), statement, faults);
                    statements.add(new ModelStatement(file.path(), statement));
                });
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidSchemaModelException(name(), faults);
        }
        return List.copyOf(statements);
    }

    private static void refuseWhatIsNoSchema(String path, Statement statement, List<ScriptFault> faults) {
        if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
            faults.add(fault(path, statement, "'COPY … FROM STDIN' brings rows, and a schema has none.", "Remove it."));
        } else if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            faults.add(fault(
                    path,
                    statement,
                    "'%s' has no place in a desired schema.".formatted(statement.command()),
                    "Remove it: the statements are run one by one."));
        }
    }

    private static ScriptFault fault(String path, Statement statement, String message, String remedy) {
        return new ScriptFault(
                path, statement.position().line(), statement.position().column(), message, remedy);
    }
}
