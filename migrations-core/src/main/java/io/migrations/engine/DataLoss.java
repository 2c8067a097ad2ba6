/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement that may take data away for good. Told from its words alone, and rather once too often: what a DO block or
 * a procedure does cannot be seen.
 *
 * @param revision the revision it belongs to
 * @param statement its beginning, on one line
 */
public record DataLoss(String revision, String statement) {

    private static final int WIDTH = 60;

    /** Commands that lose data whatever follows. */
    private static final Set<String> COMMANDS = Set.of("truncate", "do", "call", "update", "merge");

    /** Dropping these takes rows, values or columns with it. */
    private static final Set<String> OBJECTS = Set.of(
            "table",
            "column",
            "schema",
            "database",
            "sequence",
            "type",
            "domain",
            "extension",
            "foreign",
            "owned",
            "tablespace",
            "attribute",
            "server",
            "identity",
            "expression");

    /** What ALTER TABLE drops without taking rows, values or columns with it; anything else is a column's name. */
    private static final Set<String> HARMLESS = Set.of("constraint", "default", "not");

    static List<DataLoss> in(Plan plan, StepScripts scripts) {
        List<DataLoss> losses = new ArrayList<>();
        plan.steps().forEach(step -> {
            Script script = scripts.of(step);
            if (!script.isText()) {
                losses.add(new DataLoss(step.revision().id(), "Java code in " + script.file()));
            }
            for (Statement statement : script.statements()) {
                if (losesData(statement)) {
                    losses.add(new DataLoss(step.revision().id(), beginning(statement)));
                }
            }
        });
        return losses;
    }

    static boolean losesData(Statement statement) {
        List<String> words = new ArrayList<>();
        // A quoted name is no keyword, and stands between those that are.
        for (Token token : statement.tokens()) {
            words.add(token.is(token.text()) ? token.text().toLowerCase(Locale.ROOT) : "");
        }
        if (words.isEmpty()) {
            return false;
        }
        if (COMMANDS.contains(words.get(0)) || follows(words, "delete", Set.of("from"))) {
            return true;
        }
        // INSERT ... ON CONFLICT ... DO UPDATE: what stood in the row is gone.
        if (words.get(0).equals("insert") && follows(words, "do", Set.of("update"))) {
            return true;
        }
        boolean with = words.get(0).equals("with");
        if (with && (words.contains("update") || words.contains("merge"))) {
            return true;
        }
        boolean drops = words.get(0).equals("drop");
        boolean alters = words.get(0).equals("alter");
        return (drops && words.contains("cascade"))
                || ((drops || alters) && follows(words, "drop", OBJECTS))
                || (alters && altersValues(words));
    }

    /** A column may be dropped without the word, and another type may not hold all that the old one did. */
    private static boolean altersValues(List<String> words) {
        if (words.size() < 2 || !words.get(1).equals("table")) {
            return false;
        }
        for (int i = 2; i + 1 < words.size(); i++) {
            if (words.get(i).equals("drop") && !HARMLESS.contains(words.get(i + 1))) {
                return true;
            }
        }
        return words.contains("type");
    }

    private static boolean follows(List<String> words, String first, Set<String> second) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(first) && second.contains(words.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String beginning(Statement statement) {
        String line = statement.text().strip().replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
