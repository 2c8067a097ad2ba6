/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.operation.Rows;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of Java are no templates; the SQL that an author writes is one, as in a script. */
@DatabaseTest
class JavaPlaceholdersIntegrationTests {

    private static final String LETTERS = "CREATE TABLE letters (body text);\n-- Downgrade\nDROP TABLE letters;";

    @RevisionHeader(id = "002", revises = "001")
    static final class WriteLetters implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.bulkInsert("letters", Rows.of("body").row("Dear ${name}"));
            op.execute("INSERT INTO letters VALUES (:body)", Map.of("body", "It's \\${name}"));
            op.createTableComment("letters", "to ${name}");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("INSERT INTO letters VALUES (:body)", Map.of("body", "Farewell \\${name}"));
        }
    }

    @RevisionHeader(id = "002", revises = "001")
    static final class WriteTemplates implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("INSERT INTO ${table} VALUES ('Dear ${table}')");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("INSERT INTO ${table} VALUES ('Farewell ${table}')");
        }
    }

    private MigratorFixture newer;
    private MigratorFixture older;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path newerFolder, @TempDir Path olderFolder) {
        newer = new MigratorFixture(database, newerFolder).script("001_letters.sql", LETTERS);
        older = new MigratorFixture(database, olderFolder).script("001_letters.sql", LETTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "other"})
    void aValueIsNoTemplateInThisBuildNorInAnOlderOne(String declared) {
        newer.placeholdersInQuotes(Map.of(declared, "oops"))
                .revisions(new WriteLetters())
                .migrator()
                .upgrade("head");
        assertThat(bodies()).containsExactly("Dear ${name}", "It's \\${name}");
        assertThat(one("SELECT obj_description('letters'::regclass)")).isEqualTo("to ${name}");

        older.placeholdersInQuotes(Map.of(declared, "oops"));
        ReviewedDowngrade shown = older.migrator().reviewDowngrade("001");
        assertThat(shown.kept().get(0).hasPlaceholders()).isFalse();
        older.migrator().downgrade(shown);

        assertThat(bodies()).containsExactly("Dear ${name}", "Farewell \\${name}", "It's \\${name}");
    }

    @Test
    void whatAnAuthorWritesIsATemplateAsInAScript() {
        newer.placeholdersInQuotes(Map.of("table", "letters"))
                .revisions(new WriteTemplates())
                .migrator()
                .upgrade("head");
        assertThat(bodies()).containsExactly("Dear letters");

        older.placeholdersInQuotes(Map.of("table", "letters"));
        older.migrator().downgrade(older.migrator().reviewDowngrade("001"));

        assertThat(bodies()).containsExactly("Dear letters", "Farewell letters");
    }

    private List<String> bodies() {
        return newer.database
                .jdbc()
                .sql("SELECT body FROM letters ORDER BY body COLLATE \"C\"")
                .query(String.class)
                .list();
    }

    private String one(String query) {
        return newer.database.jdbc().sql(query).query(String.class).single();
    }
}
