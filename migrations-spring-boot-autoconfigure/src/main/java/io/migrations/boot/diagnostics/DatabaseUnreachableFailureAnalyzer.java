/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.DataSourceAddress;
import io.migrations.engine.DatabaseUnreachableException;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Reports a {@link DatabaseUnreachableException}. */
final class DatabaseUnreachableFailureAnalyzer extends ReportingFailureAnalyzer<DatabaseUnreachableException> {

    private final ConnectionProperties properties;

    DatabaseUnreachableFailureAnalyzer(Environment environment) {
        this.properties = new ConnectionProperties(environment);
    }

    @Override
    void describe(DatabaseUnreachableException cause, Report report) {
        report.text("No connection to the database to migrate could be had:");
        address(cause)
                .ifPresent(address ->
                        report.field(properties.ofUrl(address.url()).orElse("URL of the DataSource"), address.url()));
        report.field("Message", ServerMessage.of(cause).text())
                .field("SQLSTATE", ServerMessage.of(cause).sqlState());
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(DatabaseUnreachableException cause, Report report) {
        String state = ServerMessage.of(cause).sqlState();
        if (state.startsWith("28")) {
            report.text("Check %s, and what pg_hba.conf allows.".formatted(credentials(cause)));
        } else if (state.equals("3D000")) {
            report.text("Create the database, or correct its name in %s.".formatted(url(cause)));
        } else {
            report.text("Check that the server runs and can be reached from here, and that %s names it."
                    .formatted(url(cause)));
        }
    }

    private String url(DatabaseUnreachableException cause) {
        return address(cause)
                .flatMap(address -> properties.ofUrl(address.url()))
                .map("'%s'"::formatted)
                .orElse("the url of the DataSource");
    }

    private String credentials(DatabaseUnreachableException cause) {
        return address(cause)
                .map(DataSourceAddress::username)
                .flatMap(properties::prefixOfUser)
                .map("'%1$s.username' and '%1$s.password'"::formatted)
                .orElse("the user and the password of the DataSource");
    }

    private static Optional<DataSourceAddress> address(DatabaseUnreachableException cause) {
        return DataSourceAddress.find(cause.dataSource());
    }
}
