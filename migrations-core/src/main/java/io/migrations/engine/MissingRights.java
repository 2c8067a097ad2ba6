/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks up what a refused statement needed a right for. */
final class MissingRights {

    /** What has one of the names, or is the schema of one; the database comes always. */
    private static final String OBJECTS = """
            WITH name AS (SELECT * FROM unnest(?::text[], ?::text[]) AS name (schema, name)),
            object (kind, schema, namespace, name, identity, owner, lacking) AS (
              SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname, n.oid, relname,
                     format('%I.%I', n.nspname, relname), relowner,
                     CASE relkind WHEN 'S'
                          THEN ARRAY(SELECT p FROM unnest('{USAGE,SELECT,UPDATE}'::text[]) AS p
                                      WHERE NOT has_sequence_privilege(c.oid, p))
                          ELSE ARRAY(SELECT p FROM unnest(
                                       '{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p
                                      WHERE NOT has_table_privilege(c.oid, p)) END
                FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
               UNION ALL
              SELECT CASE prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, n.oid, proname,
                     format('%I.%I(%s)', n.nspname, proname, oidvectortypes(proargtypes)), proowner,
                     CASE WHEN has_function_privilege(p.oid, 'EXECUTE') THEN '{}'::text[] ELSE '{EXECUTE}' END
                FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
               UNION ALL
              SELECT 'TYPE', n.nspname, n.oid, typname, format('%I.%I', n.nspname, typname), typowner,
                     CASE WHEN has_type_privilege(t.oid, 'USAGE') THEN '{}'::text[] ELSE '{USAGE}' END
                FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype IN ('e', 'd', 'r')
                  OR (typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = typrelid) = 'c')),
            found AS (
              SELECT DISTINCT object.* FROM name JOIN object ON object.name = name.name
               WHERE object.schema NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                 AND (name.schema = object.schema OR name.schema = ''))
            SELECT kind, schema, name, identity, pg_get_userbyid(owner) AS owner, lacking,
                   $sharing AS sharing, pg_has_role(owner, 'USAGE') AS owned
              FROM (SELECT kind, schema, name, identity, owner, lacking FROM found
                     UNION ALL
                    SELECT 'SCHEMA', '', nspname, format('%I', nspname), nspowner,
                           ARRAY(SELECT p FROM unnest('{USAGE,CREATE}'::text[]) AS p
                                  WHERE NOT has_schema_privilege(n.oid, p))
                      FROM pg_namespace n
                     WHERE nspname IN (SELECT schema FROM name UNION SELECT name FROM name
                                        UNION SELECT schema FROM found)
                     UNION ALL
                    SELECT 'DATABASE', '', datname, format('%I', datname), datdba,
                           ARRAY(SELECT p FROM unnest('{CREATE,TEMPORARY}'::text[]) AS p
                                  WHERE NOT has_database_privilege(d.oid, p))
                      FROM pg_database d WHERE datname = current_database()) AS secured
             ORDER BY kind, identity""".replace("$sharing", Sharing.ofRole("owner"));

    private final Session session;

    MissingRights(Session session) {
        this.session = session;
    }

    /** Statements that give what the statement lacked, as far as that can be told; to be run by who may. */
    List<String> of(ScriptStatementException refused) {
        Statement statement = refused.statement().orElse(null);
        if (statement == null) {
            return List.of();
        }
        Set<RelationName> names = new LinkedHashSet<>(refused.names());
        // In every language the message ends with the object's name, and code names more than its text does.
        Remedies.words(refused.failure().message()).forEach(word -> names.add(new RelationName("", word)));
        List<SecuredObject> objects = session.jdbc()
                .sql(OBJECTS)
                .param(names.stream().map(RelationName::schema).toArray(String[]::new))
                .param(names.stream().map(RelationName::name).toArray(String[]::new))
                .query((row, number) -> object(row))
                .list();
        return new Remedies(session.actor(), statement, refused.failure().message(), objects).statements();
    }

    private static SecuredObject object(ResultSet row) throws SQLException {
        return new SecuredObject(
                row.getString("kind"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("identity"),
                row.getString("owner"),
                Sharing.valueOf(row.getString("sharing")),
                row.getBoolean("owned"),
                Set.of((String[]) row.getArray("lacking").getArray()));
    }
}
