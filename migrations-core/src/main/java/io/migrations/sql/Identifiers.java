/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Names as PostgreSQL reads them back unchanged, quoted only where it would not: "4.1.1 Identifiers and Key Words" in the
 * PostgreSQL documentation, and the words of its appendix C that are not free to be names in every place.
 */
public final class Identifiers {

    /** What a server keeps of a name, in bytes of UTF-8. A longer one it would cut, and say so only in a notice. */
    public static final int LONGEST = 63;

    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case
            cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
            interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
            localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
            only or order out outer overlaps overlay placing position precision primary real references returning right
            row select session_user setof similar smallint some substring symmetric system_user table tablesample then
            time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where
            window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable""".split("\\s+"));

    private Identifiers() {}

    /** The name, in double quotes where it needs them. */
    public static String quoted(String name) {
        return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether a server keeps all of the name. */
    public static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || !(isLower(name.charAt(0)) || name.charAt(0) == '_')) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLower(c) && !Characters.isDigit(c) && c != '_') {
                return false;
            }
        }
        return !RESERVED.contains(name);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
