/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE DOMAIN}: a type with a default and conditions of its own.
 *
 * @param type what it is made of
 * @param collation another collation than that of the type
 * @param defaultValue what columns of it hold where nothing is given
 * @param required whether it refuses null ({@code NOT NULL})
 */
public record CreateDomain(
        Name domain,
        Type type,
        @Nullable Name collation,
        @Nullable Sql defaultValue,
        boolean required,
        List<DomainCheck> checks)
        implements Creation {

    public CreateDomain {
        checks = List.copyOf(checks);
    }

    public static CreateDomain of(String domain, Type type) {
        return new CreateDomain(Name.of(domain), type, null, null, false, List.of());
    }

    /** {@code COLLATE}: another collation than that of the type. */
    public CreateDomain collate(String name) {
        return new CreateDomain(domain, type, Name.of(name), defaultValue, required, checks);
    }

    /** {@code DEFAULT}: a value, or {@code sql("...")}. */
    public CreateDomain defaultTo(Object value) {
        return new CreateDomain(domain, type, collation, new Sql(Value.of(value)), required, checks);
    }

    /** {@code NOT NULL}. */
    public CreateDomain notNull() {
        return new CreateDomain(domain, type, collation, defaultValue, true, checks);
    }

    /** {@code CHECK}, with a name of the server's choosing: {@code check("VALUE > 0")}. */
    public CreateDomain check(String condition) {
        return check(new DomainCheck(null, new Sql(condition)));
    }

    /** {@code CONSTRAINT name CHECK}. */
    public CreateDomain check(String name, String condition) {
        return check(new DomainCheck(name, new Sql(condition)));
    }

    /** One more check. */
    public CreateDomain check(DomainCheck check) {
        List<DomainCheck> more =
                Stream.concat(checks.stream(), Stream.of(check)).toList();
        return new CreateDomain(domain, type, collation, defaultValue, required, more);
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.DOMAIN, domain, null, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE DOMAIN " + domain.sql() + " AS " + type)
                .addIfGiven("COLLATE", collation == null ? null : collation.sql())
                .addIfGiven("DEFAULT", defaultValue)
                .addIf(required, "NOT NULL")
                .addIfAny(checks.stream().map(DomainCheck::sql).collect(Collectors.joining(" ")))
                .statement();
    }
}
