/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.DataSourceAddress;
import io.migrations.engine.DatabaseUnreachableException;
import io.migrations.engine.JdbcUrls;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Reports a {@link DatabaseUnreachableException}. */
final class DatabaseUnreachableFailureAnalyzer extends ReportingFailureAnalyzer<DatabaseUnreachableException> {

    private final Environment environment;

    DatabaseUnreachableFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    void describe(DatabaseUnreachableException cause, Report report) {
        report.text("No connection to the database to migrate could be had:");
        address(cause)
                .ifPresent(address -> report.field(
                        properties(report).ofUrl(address.url()).orElse("URL of the DataSource"),
                        JdbcUrls.withoutSecrets(address.url())));
        report.field("Message", ServerMessage.of(cause).text())
                .field("SQLSTATE", ServerMessage.of(cause).sqlState());
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(DatabaseUnreachableException cause, Report report) {
        String state = ServerMessage.of(cause).sqlState();
        String url = address(cause)
                .flatMap(address -> properties(report).ofUrl(address.url()))
                .map("'%s'"::formatted)
                .orElse("the url of the DataSource");
        if (state.startsWith("28")) {
            report.text("Check %s, and what pg_hba.conf allows.".formatted(credentials(cause, properties(report))));
        } else if (state.equals("3D000")) {
            report.text("Create the database, or correct its name in %s.".formatted(url));
        } else {
            report.text(
                    "Check that the server runs and can be reached from here, and that %s names it.".formatted(url));
        }
    }

    private static String credentials(DatabaseUnreachableException cause, ConnectionProperties properties) {
        return address(cause)
                .map(DataSourceAddress::username)
                .flatMap(properties::prefixOfUser)
                .map("'%1$s.username' and '%1$s.password'"::formatted)
                .orElse("the user and the password of the DataSource");
    }

    private ConnectionProperties properties(Report report) {
        return new ConnectionProperties(environment, report.migrator());
    }

    private static Optional<DataSourceAddress> address(DatabaseUnreachableException cause) {
        return DataSourceAddress.find(cause.dataSource());
    }
}
