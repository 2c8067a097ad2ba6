/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Name;
import io.migrations.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that PostgreSQL chooses by itself, made of those of the table and the column: {@code orders_id_seq}, with a
 * number behind where that one is taken, and cut where it is too long.
 */
final class OrdinaryNames {

    private static final Pattern NUMBER = Pattern.compile("\\d*$");

    private OrdinaryNames() {}

    /** Whether a property is the name of something that belongs to a column, and the usual one. */
    static boolean isOrdinary(ObjectKey column, String property, String value) {
        return switch (property) {
            case "identity sequence" -> isMade(Name.of(value).simple(), column, "seq");
            case "not null constraint" -> isMade(Name.of(value).simple(), column, "not_null");
            default -> false;
        };
    }

    /** The name that PostgreSQL chooses where it is not taken. */
    static String of(ObjectKey column, String label) {
        return made(column.of(), column.name(), label);
    }

    private static boolean isMade(String name, ObjectKey column, String label) {
        Matcher number = NUMBER.matcher(name);
        String digits = number.find() ? number.group() : "";
        return name.equals(made(column.of(), column.name(), label + digits));
    }

    /** As PostgreSQL's makeObjectName does it: the longer of both is cut until all fits. */
    private static String made(String table, String column, String label) {
        int room = Identifiers.LONGEST - label.length() - 2;
        int first = table.getBytes(StandardCharsets.UTF_8).length;
        int second = column.getBytes(StandardCharsets.UTF_8).length;
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return cut(table, first) + "_" + cut(column, second) + "_" + label;
    }

    /** As many whole characters as fit into so many bytes. */
    private static String cut(String text, int bytes) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
