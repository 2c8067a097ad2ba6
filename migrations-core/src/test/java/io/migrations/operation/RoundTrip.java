/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.Catalog;
import io.migrations.test.TestDatabase;
import java.util.List;

/**
 * One operation on a real server: done, undone by its own inverse, and done again.
 *
 * @param before what makes the database that the operation needs; statements of PostgreSQL
 */
record RoundTrip(TestDatabase database, List<String> before) {

    static RoundTrip on(TestDatabase database, String... before) {
        return new RoundTrip(database, List.of(before));
    }

    /** Goes on only where the server is of that major version or later. */
    RoundTrip since(int major, String feature) {
        int version = database.jdbc()
                .sql("SELECT current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        assumeThat(version).as("%s came with PostgreSQL %d", feature, major).isGreaterThanOrEqualTo(major);
        return this;
    }

    /**
     * Demands that the operation is written as these statements, changes the catalog, and that its inverse leaves the
     * catalog as it was.
     */
    void restores(Operation operation, String... statements) {
        assertThat(operation.statements()).containsExactly(statements);
        assertThat(operation.inverse().obstacle())
                .as("the obstacle to undoing %s", operation)
                .isNull();

        before.forEach(database::execute);
        Catalog empty = catalog();
        run(operation);
        Catalog done = catalog();
        assertThat(done).isNotEqualTo(empty);

        operation.inverse().operations().forEach(this::run);
        assertThat(catalog().lines()).isEqualTo(empty.lines());

        run(operation);
        assertThat(catalog().lines()).isEqualTo(done.lines());
    }

    /** Demands that the operation runs, and says why nothing undoes it. */
    void hasNoWayBack(Operation operation, String obstacle) {
        assertThat(operation.inverse().obstacle()).isEqualTo(obstacle);

        before.forEach(database::execute);
        run(operation);
    }

    private void run(Operation operation) {
        operation.statements().forEach(database::execute);
    }

    private Catalog catalog() {
        return Catalog.of(database.jdbc());
    }
}
