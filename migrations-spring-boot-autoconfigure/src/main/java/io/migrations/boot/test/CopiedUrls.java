/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.comparison.DatabaseUrl;
import io.migrations.comparison.TemplateDatabases;
import io.migrations.engine.JdbcUrls;
import org.jspecify.annotations.Nullable;

/**
 * Puts the name of a copy, which need not be there yet, into the urls of the application's database. The first url that is
 * seen is that of the application's database, unless a service connection has one, which wins over what is configured; what
 * leads elsewhere stays as it is.
 */
final class CopiedUrls {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String copy = TemplateDatabases.newName();
    private @Nullable String original;
    private boolean served;

    String copy() {
        return copy;
    }

    boolean leadsToCopy(String url) {
        return url.startsWith(POSTGRESQL) && DatabaseUrl.of(url).database().equals(copy);
    }

    synchronized String replace(String url) {
        if (!url.startsWith(POSTGRESQL) || leadsToCopy(url)) {
            return url;
        }
        if (original == null) {
            original = url;
        }
        return JdbcUrls.withoutSecrets(url).equals(JdbcUrls.withoutSecrets(original))
                ? DatabaseUrl.of(url).withDatabase(copy).text()
                : url;
    }

    /** The same for what a service connection says. */
    synchronized String replaceServed(String url) {
        if (!served && url.startsWith(POSTGRESQL) && !leadsToCopy(url)) {
            served = true;
            original = url;
        }
        return replace(url);
    }

    /** The same for migrations that reach the database another way, such as around a pooler. */
    synchronized String replaceByName(String url) {
        boolean same = original != null
                && url.startsWith(POSTGRESQL)
                && DatabaseUrl.of(url)
                        .database()
                        .equals(DatabaseUrl.of(original).database());
        return same ? DatabaseUrl.of(url).withDatabase(copy).text() : replace(url);
    }

    /** What a url was before. */
    synchronized String restore(String url) {
        return original == null
                ? url
                : DatabaseUrl.of(url)
                        .withDatabase(DatabaseUrl.of(original).database())
                        .text();
    }
}
