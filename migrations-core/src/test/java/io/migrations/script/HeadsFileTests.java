/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadsFileTests {

    @Test
    void whatIsWrittenIsReadSortedById() {
        var heads = new HeadsFile(Map.of("b2", "b.sql", "a1", "billing/a.sql", "my id", "my id_x.sql"));

        assertThat(heads.text()).endsWith("\na1: billing/a.sql\nb2: b.sql\nmy id: my id_x.sql\n");
        assertThat(HeadsFile.parse("heads.txt", heads.text())).isEqualTo(heads);
        assertThat(heads.ids()).containsExactly("a1", "b2", "my id");
    }

    @Test
    void commentsEmptyLinesAndWindowsLineEndsAreNothing() {
        assertThat(HeadsFile.parse("heads.txt", "# heads\r\n\r\n a1 : a.sql \r\n")
                        .files())
                .containsExactly(Map.entry("a1", "a.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", ": a.sql", "b2: b.sql\nb2: c.sql"})
    void aLineThatIsNoHeadIsNamed(String text) {
        assertThatExceptionOfType(InvalidHeadsFileException.class)
                .isThrownBy(() -> HeadsFile.parse("heads.txt", text))
                .satisfies(invalid ->
                        assertThat(invalid.line()).isEqualTo((int) text.lines().count()))
                .withMessageContaining("is not one head and its file");
    }

    @Test
    void aConflictSaysWhatItMeans() {
        assertThatExceptionOfType(InvalidHeadsFileException.class)
                .isThrownBy(() ->
                        HeadsFile.parse("db/heads.txt", "<<<<<<< HEAD\na1: a.sql\n=======\nb2: b.sql\n>>>>>>> other\n"))
                .withMessage("db/heads.txt:1: The file has an unresolved conflict: two branches have a new revision"
                        + " each. Join them with 'migrations merge', which writes the file anew.");
    }
}
