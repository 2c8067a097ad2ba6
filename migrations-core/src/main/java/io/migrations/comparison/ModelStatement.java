/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.script.ScriptFault;
import io.migrations.script.SqlFile;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a {@link SchemaModel}.
 *
 * @param file where it stands, or the name of the model if that is made of no files
 * @param statement what is sent to the server; its position is in the file
 */
public record ModelStatement(String file, Statement statement) {

    /** Where it is, as compilers write it. */
    public String place() {
        return "%s:%s".formatted(file, statement.position());
    }

    /** Statements that are made, not written: each is a text of its own. */
    static List<ModelStatement> parse(String name, List<String> texts) {
        List<ScriptFault> faults = new ArrayList<>();
        List<ModelStatement> statements = new ArrayList<>();
        for (String text : texts) {
            SqlScript script = SqlScript.parse(text);
            script.faults().forEach(fault -> faults.add(SqlFile.fault(name, fault)));
            script.statements().forEach(statement -> statements.add(new ModelStatement(name, statement)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidSchemaModelException(name, faults);
        }
        return statements;
    }
}
