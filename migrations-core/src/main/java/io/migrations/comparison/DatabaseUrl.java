/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

/**
 * A connection url of PostgreSQL's driver, of which another database of the same server can be reached. Hosts and
 * parameters stay as they are.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/#connecting-to-the-database">Connecting to the Database</a>
 */
public record DatabaseUrl(String text) {

    private static final String SCHEME = "jdbc:postgresql:";

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException for another driver's
     */
    public static DatabaseUrl of(String text) {
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException("The url does not begin with '%s'.".formatted(SCHEME));
        }
        return new DatabaseUrl(text);
    }

    /**
     * The same for another database.
     *
     * @param name made of letters, digits and underscores, or as {@link #database()} says it
     */
    public DatabaseUrl withDatabase(String name) {
        int question = text.indexOf('?');
        String parameters = question < 0 ? "" : text.substring(question);
        String address = question < 0 ? text : text.substring(0, question);
        String rest = address.substring(SCHEME.length());
        if (!rest.startsWith("//")) {
            return new DatabaseUrl(SCHEME + name + parameters);
        }
        int slash = rest.indexOf('/', 2);
        String hosts = slash < 0 ? rest : rest.substring(0, slash);
        return new DatabaseUrl(SCHEME + hosts + "/" + name + parameters);
    }

    /** The database's name as it is written in the url; empty where the driver takes the user's name for it. */
    public String database() {
        int question = text.indexOf('?');
        String rest = text.substring(SCHEME.length(), question < 0 ? text.length() : question);
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            return slash < 0 ? "" : rest.substring(slash + 1);
        }
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    /** Without what may be secret in it. */
    @Override
    public String toString() {
        int question = text.indexOf('?');
        return question < 0 ? text : text.substring(0, question);
    }
}
