/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Policies of row level security. */
final class PolicyRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        List<String> words = new ArrayList<>();
        words.add("CREATE POLICY %s ON %s"
                .formatted(
                        Naming.quoted(object.key()), Naming.whole(object.key()).sql()));
        if (object.has("restrictive")) {
            words.add("AS RESTRICTIVE");
        }
        object.find("command").ifPresent(command -> words.add("FOR " + command.toUpperCase(Locale.ROOT)));
        words.addAll(terms(object));
        return List.of(Rendering.sql(String.join(" ", words)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.sql("DROP " + Naming.target(object.key())));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<String> words = terms(after);
        if (!after.has("roles") && before.has("roles")) {
            words.add(0, "TO PUBLIC");
        }
        boolean isSame = List.of("roles", "using", "check").stream()
                .allMatch(property -> before.get(property).equals(after.get(property)));
        return isSame
                ? List.of()
                : List.of(Rendering.sql("ALTER " + Naming.target(after.key()) + " " + String.join(" ", words)));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        boolean keepsTerms = before.has("using") == after.has("using") && before.has("check") == after.has("check");
        return keepsTerms
                && before.get("restrictive").equals(after.get("restrictive"))
                && before.get("command").equals(after.get("command"));
    }

    private static List<String> terms(SchemaObject policy) {
        List<String> words = new ArrayList<>();
        if (policy.has("roles")) {
            words.add("TO " + String.join(", ", policy.lines("roles")));
        }
        policy.find("using").ifPresent(condition -> words.add("USING (" + condition + ")"));
        policy.find("check").ifPresent(condition -> words.add("WITH CHECK (" + condition + ")"));
        return words;
    }
}
