/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a script that has not run says it creates, as far as its text tells: the schema where none is written is the
 * session's, and of a routine the types of the arguments are open.
 *
 * @param names with schema; of a routine up to its parenthesis
 */
record NamedObjects(List<String> names) {

    NamedObjects {
        names = List.copyOf(names);
    }

    static NamedObjects in(JdbcClient jdbc, Script script) {
        List<CreatedName> created = CreatedName.in(script);
        return new NamedObjects(jdbc.sql("""
                        SELECT format('%I.%I', coalesce(schema, current_schema()::text, ''), name)
                               || CASE WHEN routine THEN '(' ELSE '' END
                          FROM unnest(?::text[], ?::text[], ?::boolean[]) AS created (schema, name, routine)""")
                .param(created.stream().map(CreatedName::schema).toArray(String[]::new))
                .param(created.stream().map(CreatedName::name).toArray(String[]::new))
                .param(created.stream().map(CreatedName::routine).toArray(Boolean[]::new))
                .query(String.class)
                .list());
    }

    boolean contains(String identity) {
        return names.stream().anyMatch(name -> name.endsWith("(") ? identity.startsWith(name) : identity.equals(name));
    }

    boolean containsAll(Collection<String> identities) {
        return identities.stream().allMatch(this::contains);
    }
}
