/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.operation.CreateView;
import io.migrations.operation.Execute;
import io.migrations.operation.Operation;
import io.migrations.schema.Change;
import io.migrations.script.JavaBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaLayoutTests {

    @Test
    void everyOperationSaysTheSameWhenItsJavaIsRun() {
        List<Operation> samples = SampleOperations.all();
        JavaBody body = JavaLayout.of(changes(samples), List.of(), true);

        List<Operation> run = JavaRun.of(body);

        List<String> expected = statements(samples);
        List<String> found = statements(run);
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(found).hasSameSizeAs(expected);
    }

    @Test
    void theSamplesHaveEveryOperation() {
        Set<String> sampled = new HashSet<>();
        SampleOperations.all()
                .forEach(operation -> sampled.add(operation.getClass().getSimpleName()));

        assertThat(sampled).hasSize(53);
    }

    @Test
    void onlyWhatHasNoWordIsExecuted() {
        Set<String> executed = SampleOperations.all().stream()
                .filter(operation -> !(operation instanceof Execute))
                .filter(operation -> JavaLayout.of(changes(List.of(operation)), null, true).upgrade().stream()
                        .anyMatch(line -> line.startsWith("op.execute")))
                .map(operation -> operation.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(executed).containsExactlyInAnyOrder("BulkInsert", "DeleteRows", "CreateFunction");
    }

    @Test
    void callsReadAsAPersonWouldWriteThem() {
        JavaBody body = JavaLayout.of(
                Stream.concat(
                                changes(SampleOperations.typical()).stream(),
                                Stream.of(new Change(
                                        new Execute(List.of("SELECT 1\nFROM t")), List.of("Odd: \\u000a it is"))))
                        .toList(),
                null,
                true);

        assertThat(body.downgrade()).isNull();
        assertThat(String.join("\n", body.upgrade())).isEqualTo("""
                op.createTable(
                        "orders",
                        column("id", BIGINT).identity().notNull(),
                        column("note", varchar(50)).notNull().serverDefault("none"),
                        column("placed_at", TIMESTAMPTZ).notNull().serverDefault(sql("now()")),
                        primaryKey("id").named("orders_pkey"));
                op.createIndex("ix_orders_note", "orders", "note");
                op.alterColumn("orders", "note", column -> column.type(TEXT).using("note::text"));

                op.dropTable("old");

                // Odd: \\ u000a it is
                op.execute(\"""
                        SELECT 1
                        FROM t\\
                        \""");""");
        assertThat(body.imports())
                .contains(
                        "static io.migrations.operation.TableElement.column",
                        "static io.migrations.operation.Types.TIMESTAMPTZ",
                        "static io.migrations.operation.Sql.sql");
    }

    @Test
    void whatLooksLikeAPlaceholderIsNone() {
        Operation view = CreateView.of("v", "SELECT 'a${x}'");

        assertThat(JavaLayout.of(changes(List.of(view)), null, true).upgrade())
                .endsWith(
                        "op.execute(\"\"\"",
                        "        CREATE VIEW v AS",
                        "        SELECT E'a\\\\044{x}'\\",
                        "        \"\"\");");
    }

    @Test
    void anyTextIsTheSameInJava() {
        List<String> texts = new ArrayList<>(List.of(
                "a \"b\" \\ \\u0041 \t é漢😀\u00a0\u202e\u0001\u007f\u2028",
                "\n",
                "  all\n  indented  \n\n\t\n   \n  end ",
                "ends\n",
                "ends twice\n\n",
                "a\r\nb\rc\n",
                "\"\"\"\n\"\"\"\"\"\"\"\n\"",
                "back\\\nslash\\",
                "\ud800 alone\n\udc00"));
        List<Operation> operations =
                texts.stream().map(text -> (Operation) new Told(text)).toList();

        List<String> found = statements(JavaRun.constants(texts));

        assertThat(found).isEqualTo(statements(operations));
    }

    private static List<Change> changes(List<Operation> operations) {
        return operations.stream()
                .map(operation -> new Change(operation, List.of("A remark.")))
                .map(change -> SampleOperations.typical().contains(change.operation())
                        ? new Change(change.operation(), List.of())
                        : change)
                .toList();
    }

    private static List<String> statements(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.statements().stream())
                .toList();
    }
}
