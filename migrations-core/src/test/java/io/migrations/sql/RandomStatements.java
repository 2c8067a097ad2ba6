/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Random;

/** Writes statements that are known to be one each, out of everything that makes a splitter stumble. */
final class RandomStatements {

    private static final String[] NASTY = {
        ";", "'", "\"", "\\", "$", "$$", "$a$", "--", "/*", "*/", "(", ")", "\n", "é", "😀", "a", "E'", "BEGIN", " ",
        "${"
    };
    private static final String[] BLANKS = {
        " ",
        "\n",
        "\t",
        "\r\n",
        " -- it's; (\n",
        "/* ; ' */",
        " /* $$ /* \" ; */ ( */ ",
        "\n-- \"\n-- $a$\r\n",
        "/**/",
        "\f"
    };
    private static final String[] EXPRESSIONS = {
        "1",
        ".5",
        "1.5e3",
        "1 - -1",
        "2*/*;*/3",
        "@ -5",
        "1+-+-1",
        "(SELECT (1))",
        "((2))",
        "CASE WHEN true THEN 1 END",
        "'{1,2,3}'::int[]",
        "(ARRAY[1,2,3])[1:2]",
        "B'10'",
        "x'1F'",
        "N'n;'",
        "U&'d\\0061t;'",
        "'a'::\"char\"",
        "1<-2",
        "'{\"a\":1}'::jsonb ? 'a'",
        "E'it''s \\' ;'",
        "'a\\'",
        "1--\n+1",
        "'a;'\n'b;'",
        "E'a\\''\n  -- ;\n'\\';'",
        "coalesce(NULL, ';')"
    };

    private final Random random;
    private int functions;

    RandomStatements(Random random) {
        this.random = random;
    }

    String next() {
        return random.nextInt(6) == 0 ? function() : select();
    }

    /** What may stand between two tokens; never nothing. */
    String blank() {
        var blank = new StringBuilder(pick(BLANKS));
        while (random.nextInt(3) == 0) {
            blank.append(pick(BLANKS));
        }
        return blank.toString();
    }

    String select() {
        var select = new StringBuilder(pick("SELECT", "select", "Select")).append(blank());
        int columns = 1 + random.nextInt(4);
        for (int i = 0; i < columns; i++) {
            select.append(i == 0 ? "" : ",")
                    .append(random.nextBoolean() ? blank() : "")
                    .append(expression());
            if (random.nextInt(4) == 0) {
                select.append(blank()).append("AS").append(blank()).append(quotedIdentifier());
            }
        }
        return select.toString();
    }

    private String function() {
        String head = "CREATE " + pick("", "OR REPLACE ") + pick("FUNCTION", "function") + " pg_temp.f" + functions++
                + "(a int DEFAULT (CASE WHEN true THEN 1 END)) RETURNS text LANGUAGE sql";
        var body = new StringBuilder(head)
                .append(blank())
                .append("BEGIN")
                .append(blank())
                .append("ATOMIC")
                .append(blank());
        for (int i = random.nextInt(3); i >= 0; i--) {
            body.append("SELECT CASE WHEN a > 1 THEN ")
                    .append(string())
                    .append(blank())
                    .append("ELSE")
                    .append(blank());
            body.append("CASE a WHEN 1 THEN 'x' END END")
                    .append(random.nextBoolean() ? blank() : "")
                    .append(';');
            body.append(random.nextBoolean() ? blank() : "");
        }
        return body.append(pick("END", "end", " End")).toString();
    }

    private String expression() {
        return random.nextBoolean() ? pick(EXPRESSIONS) : string();
    }

    private String string() {
        String text = nasty();
        String tag = "$" + pick("t", "_1", "ümlaut", "T") + "$";
        return switch (random.nextInt(3)) {
            case 0 -> "'" + text.replace("'", "''") + "'";
            case 1 -> "E'" + text.replace("\\", "\\\\").replace("'", pick("''", "\\'")) + "'";
            default -> tag + text + " " + tag;
        };
    }

    private String quotedIdentifier() {
        return "\"i" + nasty().replace("\"", "\"\"") + "\"";
    }

    private String nasty() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(NASTY));
        }
        return text.toString();
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
