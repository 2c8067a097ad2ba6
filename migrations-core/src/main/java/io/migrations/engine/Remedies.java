/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import io.migrations.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would have let a statement through that the server refused, told from its text and from what its user lacks. The
 * server's message only says where it stopped first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class Remedies {

    /** For which nobody can be given a privilege: only the owner may. */
    private static final Set<String> OF_OWNERS =
            Set.of("ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "REINDEX", "CLUSTER", "VACUUM", "ANALYZE", "REFRESH");

    private static final Pattern CREATED_BY_OWNERS = Pattern.compile("CREATE (?:UNIQUE )?(?:INDEX|POLICY|RULE).*");
    private static final Pattern CREATED_IN_DATABASE = Pattern.compile("CREATE (?:SCHEMA|EXTENSION|PUBLICATION).*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'\\u00ab\\u00bb\\u201c\\u201d\\u201e,;:]+");
    private static final String NAME_BEGINS = "(?:only\\s+|table\\s+)*(?:\"?[\\w$]+\"?\\s*\\.\\s*)?\"?";

    private final String user;
    private final Statement statement;
    private final Set<String> refused;
    private final List<SecuredObject> objects;
    private final String command;

    /**
     * A refusal.
     *
     * @param user whose rights did not do
     * @param message what the server said
     * @param objects what the statement or the message names, as far as it exists
     */
    Remedies(String user, Statement statement, String message, List<SecuredObject> objects) {
        this.user = user;
        this.statement = statement;
        this.refused = words(message);
        this.objects = List.copyOf(objects);
        this.command = statement.command().toUpperCase(Locale.ROOT);
    }

    /** The words of a message, names among them. */
    static Set<String> words(String message) {
        return BETWEEN_WORDS.splitAsStream(message).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** SQL statements for an owner or a superuser, none where nothing is known to help. */
    List<String> statements() {
        Set<String> result = new LinkedHashSet<>();
        for (SecuredObject object : objects) {
            List<String> privileges = privileges(object);
            if (!privileges.isEmpty()) {
                result.add("GRANT %s ON %s %s TO %s;"
                        .formatted(
                                String.join(", ", privileges),
                                object.kind(),
                                object.identity(),
                                HistoryTables.quoted(user)));
            } else if (needsOwner(object)) {
                String named = object.kind() + " " + object.identity();
                object.sharing().ownership(named, object.owner(), user).ifPresent(result::add);
            }
        }
        return List.copyOf(result);
    }

    private List<String> privileges(SecuredObject object) {
        Stream<String> needed = switch (object.kind()) {
            case "SCHEMA" -> Stream.concat(Stream.of("USAGE"), mayCreateIn(object) ? Stream.of("CREATE") : none());
            case "DATABASE" -> needsDatabase(object);
            case "TABLE" -> ofTable(object).stream();
            // A column that counts by itself takes from it; setval puts.
            case "SEQUENCE" -> text().contains("setval") ? Stream.of("UPDATE") : Stream.of("USAGE");
            default -> object.lacking().stream();
        };
        return needed.filter(object.lacking()::contains).distinct().toList();
    }

    private boolean mayCreateIn(SecuredObject schema) {
        boolean creates = command.startsWith("CREATE")
                && !CREATED_IN_DATABASE.matcher(command).matches();
        boolean named = refused.contains(schema.name());
        boolean indexed = CREATED_BY_OWNERS.matcher(command).matches() && command.contains("INDEX");
        return (creates && (named || indexed)) || (command.startsWith("ALTER") && named) || (isCode() && named);
    }

    private Stream<String> needsDatabase(SecuredObject database) {
        if (CREATED_IN_DATABASE.matcher(command).matches()) {
            return Stream.of("CREATE");
        }
        return refused.contains(database.name()) ? Stream.of(text().contains("temp") ? "TEMPORARY" : "CREATE") : none();
    }

    /** By where its name stands in the text; bodies of code included. */
    private List<String> ofTable(SecuredObject table) {
        List<String> needed = new ArrayList<>();
        boolean updates = follows("update", table);
        boolean deletes = follows("delete\\s+from", table);
        add(needed, "INSERT", follows("insert\\s+into", table) || (follows("copy", table) && text().contains("stdin")));
        add(needed, "UPDATE", updates || (text().contains("do update") && needed.contains("INSERT")));
        add(needed, "DELETE", deletes);
        add(needed, "TRUNCATE", command.startsWith("TRUNCATE") || follows("truncate", table));
        add(needed, "REFERENCES", follows("references", table));
        add(needed, "TRIGGER", command.contains("TRIGGER") && follows("on", table));
        boolean reads = (follows("from", table) && !deletes) || follows("join", table) || follows("using", table);
        add(needed, "SELECT", reads || ((updates || deletes) && text().contains("where")));
        add(needed, "SELECT", follows("copy", table) && !text().contains("stdin"));
        boolean hidden = needed.isEmpty() && refused.contains(table.name()) && isCode();
        return hidden ? List.of("SELECT", "INSERT", "UPDATE", "DELETE") : needed;
    }

    private boolean follows(String words, SecuredObject table) {
        String place = "\\b" + words + "\\s+" + NAME_BEGINS + Pattern.quote(table.name()) + "\\b";
        return Pattern.compile(place, Pattern.CASE_INSENSITIVE)
                .matcher(statement.text())
                .find();
    }

    private boolean needsOwner(SecuredObject object) {
        boolean ofOwners = OF_OWNERS.stream().anyMatch(command::startsWith)
                || CREATED_BY_OWNERS.matcher(command).matches()
                || command.startsWith("CREATE OR REPLACE")
                || isCode();
        return ofOwners && !object.owned() && refused.contains(object.name()) && !"DATABASE".equals(object.kind());
    }

    /** Whether what it does stands elsewhere. */
    private boolean isCode() {
        return Stream.of("DO", "CALL", "SELECT", "EXECUTE").anyMatch(command::startsWith);
    }

    private String text() {
        return statement.text().toLowerCase(Locale.ROOT);
    }

    private static void add(List<String> needed, String privilege, boolean isNeeded) {
        if (isNeeded) {
            needed.add(privilege);
        }
    }

    private static Stream<String> none() {
        return Stream.empty();
    }
}
