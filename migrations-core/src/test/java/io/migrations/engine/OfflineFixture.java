/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** Scripts on disk, and psql to run what is made of them. */
final class OfflineFixture {

    final MigratorFixture engine;
    final TestDatabase database;
    private final Psql psql;

    OfflineFixture(TestDatabase database, Path folder) {
        this.database = database;
        this.engine = new MigratorFixture(database, folder.resolve("scripts"));
        this.psql = new Psql(database, folder);
    }

    OfflineFixture script(String name, String text) {
        engine.script(name, text);
        return this;
    }

    String upgrade(String... targets) {
        return engine.migrator(new NoDatabase()).upgradeScript(List.of(targets));
    }

    String downgrade(String range) {
        return engine.migrator(new NoDatabase()).downgradeScript(range);
    }

    String stamp(String... targets) {
        return engine.migrator(new NoDatabase()).stampScript(List.of(targets));
    }

    Psql.Run run(String script, String... arguments) {
        return psql.run(script, arguments);
    }

    void runs(String script, String... arguments) {
        Psql.Run run = run(script, arguments);
        assertThat(run.exitCode()).as(run.output() + "\n" + script).isZero();
    }
}
