/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of schemas: one becomes the other and comes back, without a row lost.
 *
 * <p>{@code -Dmigrations.test.diff-cases=<folder>} runs another folder of the same form.
 */
class SchemaDiffConformanceTests {

    private static final SnapshotReader READER = new SnapshotReader(List.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.migrations.schema.DiffCase#all")
    void becomesTheOtherAndComesBack(DiffCase given) throws SQLException {
        try {
            run(given, false);
            if (given.isAmbiguous()) {
                run(given, true);
            }
        } catch (AssertionError refused) {
            // What the notes let a tool refuse may end in the server's refusal, with nothing changed.
            assumeFalse(
                    given.mayBeRefused() && refused.getCause() instanceof IllegalStateException,
                    given.note("may_refuse"));
            throw refused;
        }
    }

    /**
     * Runs a case.
     *
     * @param confirming whether a person says yes to every renaming that is offered; rows are kept only then
     */
    private static void run(DiffCase given, boolean confirming) throws SQLException {
        boolean keepsRows = confirming || !given.isAmbiguous();
        try (var before = TestDatabase.create();
                var after = TestDatabase.create();
                Connection one = before.dataSource().getConnection();
                Connection other = after.dataSource().getConnection()) {
            assumeTrue(one.getMetaData().getDatabaseMajorVersion() >= given.minimumVersion());
            execute(one, List.of(given.before()));
            execute(other, List.of(given.after()));
            Snapshot b = READER.read(other);
            if (keepsRows) {
                given.notes().computeIfPresent("seed", (key, seed) -> {
                    execute(one, List.of(seed));
                    return seed;
                });
            }
            List<Rename> renames = confirming ? RenameCandidates.between(READER.read(one), b) : List.of();
            renames.forEach(rename -> execute(one, rename.operation().statements()));
            Snapshot a = READER.read(one);
            Snapshot from = new Reprint(READER).aligned(one, a, other, b);
            SchemaDifference difference = SchemaDifference.between(from, b);
            if (given.note("empty_diff").equals("yes")) {
                assertThat(difference.changes()).isEmpty();
                return;
            }
            String script = text(difference.changes());
            apply(one, difference, script);
            Snapshot reached = READER.read(one);
            assertSame(b, reached, script);
            if (keepsRows) {
                check(one, given.note("check"), script);
            }

            SchemaDifference back = SchemaDifference.inOneTransaction(reached, from);
            script += "\n-- downgrade\n" + text(back.changes());
            apply(one, back, script);
            assertSame(from, READER.read(one), script);
            if (keepsRows) {
                check(one, given.note("back"), script);
            }
            apply(one, difference, script);
            assertSame(b, READER.read(one), script);
        }
    }

    /** Applies the part that one transaction holds in one, as a revision does; what the server refuses leaves nothing. */
    private static void apply(Connection connection, SchemaDifference difference, String script) throws SQLException {
        try {
            execute(connection, statements(difference.first()));
            connection.setAutoCommit(false);
            execute(connection, statements(difference.rest()));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | IllegalStateException exception) {
            throw new AssertionError(exception.getMessage() + "\n" + script, exception);
        }
    }

    /** Compares the row of each query with what stands behind its arrow. */
    private static void check(Connection connection, String checks, String script) throws SQLException {
        for (String check : checks.lines().toList()) {
            checkOne(connection, check, script);
        }
    }

    private static void checkOne(Connection connection, String check, String script) throws SQLException {
        int arrow = check.lastIndexOf(" => ");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(check.substring(0, arrow))) {
            List<String> values = new ArrayList<>();
            assertThat(rows.next()).as(script).isTrue();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            assertThat(String.join("|", values))
                    .as(script)
                    .isEqualTo(check.substring(arrow + 4).strip());
        }
    }

    private static void assertSame(Snapshot expected, Snapshot actual, String script) {
        List<String> lines = new ArrayList<>();
        expected.objects().forEach((key, object) -> {
            if (actual.find(key).isEmpty()) {
                lines.add("missing " + object);
            } else if (!actual.objects().get(key).isSame(object)) {
                lines.add(
                        "expected " + object + "\n     got " + actual.objects().get(key));
            }
        });
        actual.objects().forEach((key, object) -> {
            if (!expected.has(key)) {
                lines.add("unexpected " + object);
            }
        });
        assertThat(lines).as(script).isEmpty();
    }

    private static List<String> statements(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.operation().statements().stream())
                .toList();
    }

    private static String text(List<Change> changes) {
        return statements(changes).stream().collect(Collectors.joining(";\n", "", ";\n"));
    }

    private static void execute(Connection connection, List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
