/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds beyond what every new one does, and how it goes. */
final class DatabaseContent {

    /** The first object that is not of initdb's making: FirstNormalObjectId. */
    private static final String OBJECTS = """
            SELECT pg_describe_object(class, object, 0)
              FROM (SELECT 'pg_namespace'::regclass, oid FROM pg_namespace
                     WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'public'
                     UNION ALL
                    SELECT 'pg_class'::regclass, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                     WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND nspname NOT LIKE 'pg\\_%'
                     UNION ALL
                    SELECT 'pg_type'::regclass, t.oid
                      FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
                     WHERE (typtype IN ('d', 'e', 'r') OR typtype = 'c' AND relkind = 'c' OR typtype = 'b' AND typcategory <> 'A')
                       AND nspname NOT LIKE 'pg\\_%'
                     UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc
                     UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_operator
                     UNION ALL SELECT 'pg_opfamily'::regclass, oid FROM pg_opfamily
                     UNION ALL SELECT 'pg_collation'::regclass, oid FROM pg_collation
                     UNION ALL SELECT 'pg_conversion'::regclass, oid FROM pg_conversion
                     UNION ALL SELECT 'pg_ts_config'::regclass, oid FROM pg_ts_config
                     UNION ALL SELECT 'pg_ts_dict'::regclass, oid FROM pg_ts_dict
                     UNION ALL SELECT 'pg_statistic_ext'::regclass, oid FROM pg_statistic_ext
                     UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast
                     UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_language
                     UNION ALL SELECT 'pg_extension'::regclass, oid FROM pg_extension
                     UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
                     UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
                     UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
                     UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_publication
                     UNION ALL SELECT 'pg_default_acl'::regclass, oid FROM pg_default_acl
                     UNION ALL SELECT 'pg_largeobject'::regclass, oid FROM pg_largeobject_metadata) AS objects (class, object)
             WHERE object >= 16384 OR class = 'pg_largeobject'::regclass
             ORDER BY class = 'pg_namespace'::regclass, class = 'pg_proc'::regclass, 1""";

    /** What removes it, in an order in which the first do not stand in the way of the last. */
    private static final String REMOVALS = """
            SELECT statement
              FROM (SELECT 1, format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
                     UNION ALL SELECT 1, format('DROP PUBLICATION %I', pubname) FROM pg_publication
                     UNION ALL
                    SELECT 2, format('DROP EXTENSION IF EXISTS %I CASCADE', extname) FROM pg_extension WHERE oid >= 16384
                     UNION ALL
                    SELECT 3, format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM pg_namespace
                     WHERE oid >= 16384 AND nspname NOT LIKE 'pg\\_%' OR nspname = 'public'
                     UNION ALL
                    SELECT 4, format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', fdwname)
                      FROM pg_foreign_data_wrapper
                     UNION ALL
                    SELECT 4, format('DROP LANGUAGE IF EXISTS %I CASCADE', lanname) FROM pg_language WHERE oid >= 16384
                     UNION ALL
                    SELECT 4, format('DROP CAST IF EXISTS (%s AS %s)', format_type(castsource, NULL),
                                     format_type(casttarget, NULL))
                      FROM pg_cast WHERE oid >= 16384
                     UNION ALL
                    SELECT 4, format('SELECT lo_unlink(%L)', oid) FROM pg_largeobject_metadata
                     UNION ALL
                    SELECT CASE WHEN usual THEN 6 ELSE 5 END,
                           format('ALTER DEFAULT PRIVILEGES FOR ROLE %s %s ALL ON %s %s %s', defaclrole::regrole,
                                  CASE WHEN usual THEN 'GRANT' ELSE 'REVOKE' END,
                                  CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                                     WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
                                                     ELSE 'LARGE OBJECTS' END,
                                  CASE WHEN usual THEN 'TO' ELSE 'FROM' END,
                                  CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                      FROM pg_default_acl
                     CROSS JOIN LATERAL (
                           SELECT DISTINCT false AS usual, grantee FROM aclexplode(defaclacl)
                            UNION ALL
                           SELECT DISTINCT true, grantee FROM aclexplode(acldefault(defaclobjtype, defaclrole))) AS entry
                     WHERE defaclnamespace = 0) AS removals (place, statement)
             ORDER BY place, statement""";

    private final ScratchSession session;
    private final JdbcClient jdbc;

    DatabaseContent(ScratchSession session) {
        this.session = session;
        this.jdbc = session.jdbc();
    }

    /** What it holds, as PostgreSQL describes it. */
    List<String> objects() {
        return jdbc.sql(OBJECTS).query(String.class).list();
    }

    /**
     * Makes sure that nobody's work would go.
     *
     * @throws ScratchNotEmptyException where something is there
     */
    void requireNothing(String database) {
        List<String> objects = objects();
        if (!objects.isEmpty()) {
            throw new ScratchNotEmptyException(database, objects);
        }
    }

    /**
     * Makes sure that the user can take away later what is made now.
     *
     * @throws ScratchRefusedException where the user owns too little
     */
    void requireMayClear(String database) {
        List<String> remedies = jdbc.sql("""
                        SELECT format('ALTER DATABASE %I OWNER TO %I;', datname, session_user) FROM pg_database
                         WHERE datname = current_database() AND NOT pg_has_role(datdba, 'USAGE')
                         UNION ALL
                        SELECT format('ALTER SCHEMA public OWNER TO %I;', session_user) FROM pg_namespace
                         WHERE nspname = 'public' AND nspowner::regrole::text <> 'pg_database_owner'
                           AND NOT pg_has_role(nspowner, 'USAGE')""").query(String.class).list();
        if (!remedies.isEmpty()) {
            throw new ScratchRefusedException(
                    session.user(),
                    "it does not own database '%s' and what is in it".formatted(database),
                    remedies,
                    null);
        }
    }

    /** Takes everything away, and makes the schema {@code public} as a new database has it. */
    void clear() {
        String owner = jdbc.sql("""
                        SELECT coalesce((SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'public'),
                                        (SELECT rolname FROM pg_roles WHERE rolname = 'pg_database_owner'
                                            AND current_setting('server_version_num')::int >= 150000),
                                        session_user)""").query(String.class).single();
        jdbc.sql(REMOVALS).query(String.class).list().forEach(statement -> {
            if (statement.startsWith("SELECT")) {
                jdbc.sql(statement).query(Integer.class).list();
            } else {
                session.execute(statement);
            }
        });
        session.execute("CREATE SCHEMA public AUTHORIZATION " + owner);
        session.execute("COMMENT ON SCHEMA public IS 'standard public schema'");
        boolean creatable = jdbc.sql("SELECT current_setting('server_version_num')::int < 150000")
                .query(Boolean.class)
                .single();
        session.execute("GRANT %s ON SCHEMA public TO %s".formatted(creatable ? "ALL" : "USAGE", "PUBLIC"));
    }
}
