/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.comparison.DatabaseUrl;
import io.migrations.comparison.TemplateDatabases;
import io.migrations.engine.JdbcUrls;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the name of a copy, which need not be there yet, into the urls of the application's database. The first url that is
 * seen is that of the application's database, unless a service connection has one, which wins over what is configured; what
 * leads elsewhere stays as it is. What was handed out before the service connection was asked leads to no copy any more: it
 * may be on another server.
 */
final class CopiedUrls {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String copy = TemplateDatabases.newName();
    private final Map<String, String> originals = new HashMap<>();
    private @Nullable String original;
    private boolean served;

    String copy() {
        return copy;
    }

    synchronized boolean leadsToCopy(String url) {
        return originals.containsKey(JdbcUrls.withoutSecrets(url));
    }

    synchronized String replace(String url) {
        if (!url.startsWith(POSTGRESQL) || leadsToCopy(url)) {
            return url;
        }
        if (original == null) {
            original = url;
        }
        return JdbcUrls.withoutSecrets(url).equals(JdbcUrls.withoutSecrets(original)) ? copied(url) : url;
    }

    /** The same for what a service connection says. */
    synchronized String replaceServed(String url) {
        if (!served && url.startsWith(POSTGRESQL) && !leadsToCopy(url)) {
            served = true;
            original = url;
            originals.clear();
        }
        return replace(url);
    }

    /** The same for migrations that reach the database another way, such as around a pooler. */
    synchronized String replaceByName(String url) {
        boolean same = original != null
                && url.startsWith(POSTGRESQL)
                && !leadsToCopy(url)
                && DatabaseUrl.of(url)
                        .database()
                        .equals(DatabaseUrl.of(original).database());
        return same ? copied(url) : replace(url);
    }

    private String copied(String url) {
        String replaced = DatabaseUrl.of(url).withDatabase(copy).text();
        originals.put(JdbcUrls.withoutSecrets(replaced), url);
        return replaced;
    }

    /** What a url that leads to the copy was before. */
    synchronized String restore(String url) {
        String before = originals.get(JdbcUrls.withoutSecrets(url));
        return before == null
                ? url
                : DatabaseUrl.of(url)
                        .withDatabase(DatabaseUrl.of(before).database())
                        .text();
    }
}
