/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.Identifiers;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a scratch database has in common with the application's, so that texts sort and settings read alike. */
final class DatabaseTraits {

    /** Settings whose value is a list of names, and is kept as it is written in SQL. */
    private static final List<String> LISTS =
            List.of("search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries");

    private record Locale(
            String encoding,
            String collate,
            String ctype,
            @Nullable String provider,
            @Nullable String locale,
            @Nullable String rules) {}

    private DatabaseTraits() {}

    /** What follows {@code CREATE DATABASE name} for one like the session's. */
    static String creation(JdbcClient jdbc) {
        // As JSON, for the columns that only newer servers have.
        Locale like = jdbc.sql("""
                        SELECT pg_encoding_to_char(encoding), datcollate, datctype, to_jsonb(d) ->> 'datlocprovider',
                               coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale'),
                               to_jsonb(d) ->> 'daticurules'
                          FROM pg_database d
                         WHERE datname = current_database()""")
                .query((row, number) -> new Locale(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .single();
        List<String> options = new ArrayList<>(List.of(
                "TEMPLATE template0",
                "ENCODING " + Literals.text(like.encoding()),
                "LC_COLLATE " + Literals.text(like.collate()),
                "LC_CTYPE " + Literals.text(like.ctype())));
        if (like.provider() != null) {
            options.addAll(provider(like.provider(), like));
        }
        return String.join(" ", options);
    }

    private static List<String> provider(String provider, Locale like) {
        return switch (provider) {
            case "i" ->
                like.rules() == null
                        ? List.of("LOCALE_PROVIDER icu", "ICU_LOCALE " + Literals.text(like.locale()))
                        : List.of(
                                "LOCALE_PROVIDER icu",
                                "ICU_LOCALE " + Literals.text(like.locale()),
                                "ICU_RULES " + Literals.text(like.rules()));
            case "b" -> List.of("LOCALE_PROVIDER builtin", "BUILTIN_LOCALE " + Literals.text(like.locale()));
            default -> List.of("LOCALE_PROVIDER libc");
        };
    }

    /** What gives a database the settings that the session's database has for everybody. */
    static List<String> settings(JdbcClient jdbc, String name) {
        return jdbc.sql("""
                        SELECT unnest(setconfig) FROM pg_db_role_setting
                         WHERE setrole = 0
                           AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())""").query(String.class).list().stream()
                .map(setting -> {
                    int equals = setting.indexOf('=');
                    String key = setting.substring(0, equals);
                    String value = setting.substring(equals + 1);
                    boolean asIs = LISTS.contains(key) && !value.isEmpty();
                    return "ALTER DATABASE %s SET %s = %s"
                            .formatted(Identifiers.quoted(name), key, asIs ? value : Literals.text(value));
                })
                .toList();
    }
}
