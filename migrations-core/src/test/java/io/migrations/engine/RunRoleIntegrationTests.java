/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A user without any right, who is a member of the role that everything belongs to. */
@DatabaseTest
class RunRoleIntegrationTests {

    private MigratorFixture fixture;
    private BareUser user;
    private String role;

    @BeforeEach
    void createRoles(TestDatabase database, @TempDir Path folder) {
        user = new BareUser(database, "deployer");
        role = "Owner_" + database.name();
        database.execute("CREATE ROLE \"%s\"; GRANT ALL ON SCHEMA public TO \"%1$s\"".formatted(role));
        fixture = new MigratorFixture(database, folder)
                .with(settings -> settings.role(role))
                .script("001_orders.sql", "CREATE TABLE orders (id int);")
                .script("002_reset.sql", "RESET ROLE; SELECT 1;")
                .script("003_none.sql", "CREATE TABLE more (id int); SET ROLE NONE;")
                .script("004_last.sql", "CREATE TABLE last (id int);");
    }

    @AfterEach
    void dropRoles() {
        user.close();
        fixture.database.execute("DROP OWNED BY \"%1$s\" CASCADE; DROP ROLE \"%1$s\"".formatted(role));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void everythingBelongsToIt(LockMode mode) throws SQLException {
        member();
        fixture.lockMode(mode);
        try (var pool = new SingleConnectionDataSource(user.dataSource().getConnection(), true)) {
            fixture.migrator(pool).upgrade("head");

            assertThat(JdbcClient.create(pool)
                            .sql("SELECT current_user::text")
                            .query(String.class)
                            .single())
                    .isEqualTo(user.name());
        }
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly(role);
        assertThat(fixture.journal())
                .allSatisfy(row -> assertThat(row.actor().databaseUser()).isEqualTo(user.name()));
        assertThat(fixture.applied()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void whatOnlyReadsTakesItOn(LockMode mode) {
        member();
        fixture.lockMode(mode);
        Migrator migrator = fixture.migrator(user.dataSource());
        migrator.upgrade("head");

        assertThat(migrator.log()).hasSize(4);
        assertThat(migrator.verifyJournal().rows()).isEqualTo(4);
        assertThat(migrator.planUpgrade("head").isEmpty()).isTrue();
        assertThat(migrator.upgrade("head").steps()).isEmpty();
        migrator.stamp(List.of("003"), false);
        assertThat(fixture.applied()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void whoIsNoMemberIsToldTheGrantAndItHelps(LockMode mode) {
        fixture.lockMode(mode);
        assertThatExceptionOfType(RoleRefusedException.class)
                .isThrownBy(() -> fixture.migrator(user.dataSource()).upgrade("head"))
                .satisfies(refused -> {
                    assertThat(refused.roleExists()).isTrue();
                    refused.remedies().forEach(fixture.database::execute);
                });

        fixture.migrator(user.dataSource()).upgrade("head");

        assertThat(fixture.applied()).hasSize(4);
    }

    @Test
    void aRoleThatIsNotThere() {
        fixture.with(settings -> settings.role("no such role"));

        assertThatExceptionOfType(RoleRefusedException.class)
                .isThrownBy(() -> fixture.migrator(user.dataSource()).status())
                .withMessageContaining("there is no such role")
                .satisfies(
                        refused -> assertThat(refused.remedies()).first().isEqualTo("CREATE ROLE \"no such role\";"));
    }

    @Test
    void theGrantsForTheHistoryAreForTheRole() {
        member();
        fixture.database.execute("REVOKE CREATE ON SCHEMA public FROM \"%s\"".formatted(role));

        assertThatExceptionOfType(HistoryAccessException.class)
                .isThrownBy(() -> fixture.migrator(user.dataSource()).upgrade("head"))
                .satisfies(refused ->
                        assertThat(refused.remedies()).first().asString().endsWith("TO \"" + role + "\";"));
    }

    private void member() {
        fixture.database.execute("GRANT \"%s\" TO %s".formatted(role, user.name()));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void whatTheRoleLacksIsSaid(LockMode mode) {
        member();
        fixture.database.execute("CREATE TABLE others (id int); GRANT SELECT ON others TO " + user.name());
        fixture.lockMode(mode).script("005_others.sql", "SELECT * FROM others;");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator(user.dataSource()).upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().remedies())
                        .containsExactly("GRANT SELECT ON TABLE public.others TO \"%s\";".formatted(role)));
    }
}
