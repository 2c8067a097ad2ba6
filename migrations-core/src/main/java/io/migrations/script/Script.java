/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Checksum;
import io.migrations.sql.Statement;
import java.util.List;

/**
 * One direction of a revision: the statements that do it.
 *
 * @param file the file it is from, as messages name it
 * @param text its text as written, which the database keeps
 * @param statements its statements, positions counted in the file
 * @param transactional whether it runs in one transaction
 */
public record Script(String file, String text, List<Statement> statements, boolean transactional) {

    public Script {
        statements = List.copyOf(statements);
    }

    /** The checksum over the tokens: layout, comments and line ends do not count. */
    public String checksum() {
        return Checksum.of(statements);
    }
}
