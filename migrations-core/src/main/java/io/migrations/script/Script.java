/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Checksum;
import io.migrations.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a revision: the statements that do it.
 *
 * @param file the file it is from, as messages name it
 * @param text its text as written or rendered, which the database keeps
 * @param statements its statements, positions counted in the file; before {@code code}, those that are known
 * @param transactional whether it runs in one transaction
 * @param code what runs instead of the statements, where they do not say all: a revision in Java that works on the
 *     database as it goes
 */
public record Script(
        String file,
        String text,
        List<Statement> statements,
        boolean transactional,
        @Nullable Code code) {

    private static final String JAVA = ".java";

    public Script {
        statements = List.copyOf(statements);
    }

    /** A direction that its statements say all of. */
    public Script(String file, String text, List<Statement> statements, boolean transactional) {
        this(file, text, statements, transactional, null);
    }

    /** Whether it is written in Java; then the positions of its statements are where the code says them. */
    public boolean isJava() {
        return file.endsWith(JAVA);
    }

    /** Whether its statements say all of it, so that its text is all that is needed to run it. */
    public boolean isText() {
        return code == null;
    }

    /** The checksum over the tokens: layout, comments and line ends do not count. */
    public String checksum() {
        return Checksum.of(statements);
    }
}
