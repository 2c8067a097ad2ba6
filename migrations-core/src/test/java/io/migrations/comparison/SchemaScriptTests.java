/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.sql.Placeholders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaScriptTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("schema.sql", """
                -- PostgreSQL database dump
                \\restrict abc
                CREATE TABLE orders (
                    id bigint PRIMARY KEY
                );
                CREATE VIEW ${view} AS SELECT 'ö;' FROM orders;
                \\unrestrict abc
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private SchemaScript script(String... names) {
        List<String> locations = List.of(names).stream()
                .map(name -> "file:" + folder + "/" + name)
                .toList();
        return new SchemaScript(locations, getClass().getClassLoader(), Placeholders.of(Map.of("view", "all_orders")));
    }

    @Test
    void saysEverythingInOrderAndWhereItStands() {
        SchemaScript script = script("schema.sql");

        assertThat(script.isComplete()).isTrue();
        assertThat(script.name()).isEqualTo("file:" + folder + "/schema.sql");
        assertThat(script.statements())
                .extracting(statement ->
                        statement.statement().text().lines().findFirst().orElseThrow())
                .containsExactly("CREATE TABLE orders (", "CREATE VIEW all_orders AS SELECT 'ö;' FROM orders");
        assertThat(script.statements().get(1).place()).isEqualTo("file:" + folder + "/schema.sql:6:1");
    }

    @Test
    void severalFilesComeInTheirOrderAndThoseOfAPatternInNaturalOrder() throws IOException {
        write("parts/10_c.sql", "SELECT 3");
        write("parts/2_b.sql", "SELECT 2");
        write("a.sql", "SELECT 1");

        assertThat(script("a.sql", "parts/*.sql").statements())
                .extracting(statement -> statement.statement().text())
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
        assertThat(script("parts/*.sql").statements().get(0).file()).isEqualTo("file:" + folder + "/parts/2_b.sql");
    }

    @Test
    void readsTheClasspath() {
        assertThat(new SchemaScript(
                                List.of("classpath:model/schema.sql"),
                                getClass().getClassLoader(),
                                Placeholders.none())
                        .statements())
                .singleElement()
                .extracting(ModelStatement::place)
                .isEqualTo("classpath:model/schema.sql:2:1");
    }

    @Test
    void everyFaultOfEveryFileIsNamedAtOnce() throws IOException {
        write("open.sql", "CREATE TABLE t ();\nSELECT 'open");
        write("data.sql", "BEGIN;\nCOPY t FROM stdin;\n\\.\n");
        Files.write(folder.resolve("latin.sql"), new byte[] {'-', '-', (byte) 0xE4});

        assertThatExceptionOfType(InvalidSchemaModelException.class)
                .isThrownBy(() -> script("open.sql", "data.sql", "latin.sql", "missing.sql", "none/*.sql")
                        .statements())
                .satisfies(fault -> assertThat(fault.faults())
                        .extracting(each -> each.place().substring(each.place().lastIndexOf('/') + 1))
                        .containsExactly(
                                "open.sql:2:8",
                                "data.sql:1:1",
                                "data.sql:2:1",
                                "latin.sql:1",
                                "missing.sql:1",
                                "*.sql:1"))
                .withMessageContaining("/missing.sql:1: There is no such file. Create it, or correct the path")
                .withMessageContaining("'BEGIN' has no place in a desired schema. Remove it");
        assertThatExceptionOfType(InvalidSchemaModelException.class)
                .isThrownBy(() -> new SchemaScript(
                                List.of("classpath:model/none/*.sql", "db/none.sql"),
                                getClass().getClassLoader(),
                                Placeholders.none())
                        .statements())
                .withMessageContaining("classpath:model/none/*.sql:1: No file matches.")
                .withMessageContaining("db/none.sql:1: There is no such file. Create it below 'src/main/resources'");
    }

    @Test
    void aModelOfStatementsIsParsed() {
        SchemaModel model = SchemaModel.of("mine", false, List.of("CREATE TABLE t ()", "SELECT 1; SELECT 2"));

        assertThat(model.statements())
                .hasSize(3)
                .extracting(ModelStatement::file)
                .containsOnly("mine");
        assertThatExceptionOfType(InvalidSchemaModelException.class)
                .isThrownBy(() -> SchemaModel.of("mine", false, List.of("SELECT 'open")))
                .satisfies(fault -> assertThat(fault.model()).isEqualTo("mine"));
    }
}
