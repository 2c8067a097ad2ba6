/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look, once the application is up. */
@Component
class Welcome {

    private static final Logger logger = LoggerFactory.getLogger(Welcome.class);

    private final ObjectProvider<EmbeddedServer> embedded;
    private final Environment environment;

    Welcome(ObjectProvider<EmbeddedServer> embedded, Environment environment) {
        this.embedded = embedded;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToLook() {
        String base = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        logger.info("Orders      {}/orders", base);
        logger.info("Migrations  {}/actuator/migrations", base);
        embedded.ifAvailable(server -> {
            var database = new EmbeddedConnectionDetails(server.port());
            logger.info(
                    "Database    {}  (psql -h localhost -p {} -U {} postgres)",
                    database.getJdbcUrl(),
                    database.port(),
                    database.getUsername());
            logger.info(
                    "            Its data stays in {}; stop and delete that to start afresh.",
                    server.directory().path());
        });
    }
}
