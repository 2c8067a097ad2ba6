/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;
import java.util.stream.Stream;

/** What an object grants before anybody says anything: "5.8 Privileges" in the PostgreSQL documentation. */
final class PrivilegeDefaults {

    private static final String OWNER = "<owner>: ";
    private static final String PUBLIC = "PUBLIC: ";

    private PrivilegeDefaults() {}

    static List<String> of(SchemaKind kind, int majorVersion) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> table(majorVersion);
            case SEQUENCE -> owned("SELECT", "UPDATE", "USAGE");
            case SCHEMA -> owned("CREATE", "USAGE");
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of(OWNER + "EXECUTE", PUBLIC + "EXECUTE");
            case ENUM, COMPOSITE, RANGE, DOMAIN -> List.of(OWNER + "USAGE", PUBLIC + "USAGE");
            case FOREIGN_DATA_WRAPPER, SERVER -> owned("USAGE");
            default -> List.of();
        };
    }

    /** The same by the words of {@code ALTER DEFAULT PRIVILEGES}. */
    static List<String> of(String objects, int majorVersion) {
        return switch (objects) {
            case "TABLES" -> table(majorVersion);
            case "SEQUENCES" -> of(SchemaKind.SEQUENCE, majorVersion);
            case "FUNCTIONS" -> of(SchemaKind.FUNCTION, majorVersion);
            case "TYPES" -> of(SchemaKind.ENUM, majorVersion);
            case "SCHEMAS" -> of(SchemaKind.SCHEMA, majorVersion);
            default -> List.of();
        };
    }

    private static List<String> table(int majorVersion) {
        List<String> known = owned("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");
        return majorVersion < 17
                ? known
                : Stream.concat(known.stream(), Stream.of(OWNER + "MAINTAIN")).toList();
    }

    private static List<String> owned(String... privileges) {
        return Stream.of(privileges).map(privilege -> OWNER + privilege).toList();
    }
}
