/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which types of columns serve entities as well as those that Hibernate or Spring Data would choose. */
final class ServingTypes {

    private static final Pattern STRING = Pattern.compile("character varying\\((\\d+)\\)");
    private static final Pattern DEFAULT_PRECISION = Pattern.compile("\\(6\\)");
    private static final int UNSAID_LENGTH = 255;
    private static final String UNSAID_NUMBER = "numeric(38,2)";

    private ServingTypes() {}

    /** Whether a column can keep the type that it has. */
    static boolean serves(SchemaObject known, SchemaObject said, boolean isRough) {
        String one = known.get("type");
        String other = said.get("type");
        boolean isOneKind = known.fact("type category").equals(said.fact("type category"));
        return one.equals(other)
                || (isRough && isOneKind)
                || (isOneKind && isOwn(one) && !isOwn(other))
                || servesString(one, other)
                // What a decimal has if nothing is said would only cut digits off.
                || (other.equals(UNSAID_NUMBER) && one.startsWith("numeric"))
                || (other.startsWith("time")
                        && DEFAULT_PRECISION.matcher(other).replaceFirst("").equals(one));
    }

    /** Whether it is a domain, or a type of an extension such as citext: entities name those only where they have to. */
    private static boolean isOwn(String type) {
        return type.contains(".");
    }

    /** A column without a limit holds any string; if nothing is said of the length, so does a longer one. */
    private static boolean servesString(String known, String said) {
        Matcher wanted = STRING.matcher(said);
        if (!wanted.matches()) {
            return false;
        }
        Matcher limited = STRING.matcher(known);
        return known.equals("text")
                || known.equals("character varying")
                || (length(wanted) == UNSAID_LENGTH && limited.matches() && length(limited) > UNSAID_LENGTH);
    }

    private static int length(Matcher type) {
        return Integer.parseInt(type.group(1));
    }
}
