/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.Identifiers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes databases that have their settings from the application's.
 *
 * @param template what they are copies of; none for empty ones with the application's encoding and collation
 * @param role who is to own them; none for the user that logs in
 */
record DatabaseCreation(@Nullable String template, @Nullable String role) {

    private static final Logger logger = LoggerFactory.getLogger(DatabaseCreation.class);

    /**
     * Makes one.
     *
     * @param session in the application's database
     * @throws ScratchRefusedException where neither user nor role may
     */
    void create(ScratchSession session, String name) {
        var owner = DatabaseOwner.of(session, role);
        owner.requireMayCreate();
        owner.create("CREATE DATABASE %s %s".formatted(Identifiers.quoted(name), options(session)));
        DatabaseTraits.settings(session.jdbc(), name).forEach(setting -> {
            try {
                session.execute(setting);
            } catch (DataAccessException exception) {
                logger.debug("Database '{}' goes without a setting of the application's: {}", name, setting, exception);
            }
        });
        owner.giveBack();
    }

    private String options(ScratchSession session) {
        // How the server copies is left to it: through its log from 15 on, which spares the two checkpoints that
        // copying
        // files takes; 14 has nothing else than those.
        return template == null ? DatabaseTraits.creation(session.jdbc()) : "TEMPLATE " + Identifiers.quoted(template);
    }
}
