/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.test.TestDatabase;
import java.util.List;

/** Roles that a page names. They are the server's, so none may be left for the next test. */
record Roles(TestDatabase database, List<String> names) implements AutoCloseable {

    /** Those of these names, once somebody has made them. */
    static Roles in(TestDatabase database, String... names) {
        return new Roles(database, List.of(names));
    }

    /** Makes them; the password of each is its name. */
    Roles create() {
        names.forEach(name -> database.execute("CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(name)));
        return this;
    }

    @Override
    public void close() {
        names.forEach(name -> database.execute("DROP OWNED BY " + name + " CASCADE"));
        names.forEach(name -> database.execute("DROP ROLE " + name));
    }
}
