/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionTemplateTests {

    private static final Map<String, String> VALUES = Map.of(
            "revision", "4f1c",
            "message", "Pay ${revision} in $",
            "revises", "",
            "dependsOn", "",
            "branchLabels", "billing",
            "createDate", "2024-10-15 23:05:09 UTC");

    @Test
    void aLineWithoutItsValueIsLeftOutButABaseSaysThatItIsOne() {
        assertThat(RevisionTemplate.builtIn().render(VALUES)).isEqualTo("""
                -- Revision ID: 4f1c
                -- Description: Pay ${revision} in $
                -- Revises:
                -- Branch labels: billing
                -- Create Date: 2024-10-15 23:05:09 UTC

                -- Upgrade
                -- To be written.

                -- Downgrade
                -- To be written. Nothing to undo: remove this line. No way back: remove the marker, too.
                """);
    }

    @Test
    void whatIsCompleteHasNothingToBeWritten() {
        assertThat(RevisionTemplate.builtIn().render(VALUES, "", "", true))
                .endsWith("UTC\n\n-- Upgrade\n\n-- Downgrade\n");
    }

    @Test
    void aDoubledDollarIsForThePlaceholderOfTheScriptItself() {
        assertThat(render("GRANT SELECT ON t TO $${reader};\nDO $$ BEGIN END $$;"))
                .isEqualTo("GRANT SELECT ON t TO ${reader};\nDO $$ BEGIN END $$;\n");
    }

    @Test
    void windowsLineEndsStay() {
        assertThat(render("-- Revises: ${revises}\r\n-- ${revision}\r\n")).isEqualTo("-- Revises:\r\n-- 4f1c\r\n");
    }

    @Test
    void anUnknownPlaceholderIsNamedWithItsLine() {
        assertThatExceptionOfType(InvalidTemplateException.class)
                .isThrownBy(() -> render("-- Revision ID: ${revision}\n-- By: ${author}\n"))
                .satisfies(invalid -> assertThat(invalid.line()).isEqualTo(2))
                .withMessage("db/revision.sql.template:2: Unknown placeholder '${author}'; known are"
                        + " ['${branchLabels}', '${createDate}', '${dependsOn}', '${message}', '${revises}',"
                        + " '${revision}']. Correct it, or write '$${author}' for one that the script itself is to"
                        + " have. Nothing was written.");
    }

    private static String render(String text) {
        return new RevisionTemplate("db/revision.sql.template", text).render(VALUES);
    }
}
