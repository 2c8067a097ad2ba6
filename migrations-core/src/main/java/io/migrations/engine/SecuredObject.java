/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Set;

/**
 * Something in the database that takes a right to be used, as the current user finds it.
 *
 * @param kind {@code TABLE} (views and the like, too), {@code SEQUENCE}, {@code FUNCTION}, {@code PROCEDURE}, {@code
 *     TYPE}, {@code SCHEMA} or {@code DATABASE}: the word that GRANT uses
 * @param schema its schema; empty for what is in none
 * @param name its name
 * @param identity its name in SQL, qualified and with arguments
 * @param owner who it belongs to
 * @param sharing whether the owner's rights may be given to somebody else
 * @param owned whether the current user counts as its owner
 * @param lacking the privileges that the current user does not have
 */
record SecuredObject(
        String kind,
        String schema,
        String name,
        String identity,
        String owner,
        Sharing sharing,
        boolean owned,
        Set<String> lacking) {

    SecuredObject {
        lacking = Set.copyOf(lacking);
    }
}
