/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.script.ScriptFault;
import io.migrations.script.SqlFile;
import io.migrations.sql.Excerpt;
import io.migrations.sql.Position;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A statement of a {@link SchemaModel}.
 *
 * @param file where it stands, or the name of the model if that is made of no files
 * @param statement what is sent to the server; its position is in the file
 */
public record ModelStatement(String file, Statement statement) {

    /** Where it is, as compilers write it. */
    public String place() {
        return place(statement.position());
    }

    private String place(Position position) {
        return "%s:%s".formatted(file, position);
    }

    /** Why a model cannot be had with this statement in it, with the place that the server names. */
    InvalidSchemaModelException failed(SQLException cause) {
        ServerErrorMessage server = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        int index = server == null ? 0 : server.getPosition();
        String message = server == null || server.getMessage() == null ? cause.getMessage() : server.getMessage();
        return new InvalidSchemaModelException(
                file,
                "The model fails in a scratch database at %s: %s%n%n%s%n%n"
                        .formatted(
                                place(index > 0 ? statement.positionOf(index) : statement.position()),
                                sentence(String.valueOf(message)),
                                (index > 0 ? Excerpt.at(statement.text(), index) : Excerpt.beginning(statement.text()))
                                        .indent(4)
                                        .stripTrailing()),
                "Correct it there. Your own database was not touched.",
                cause);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
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
