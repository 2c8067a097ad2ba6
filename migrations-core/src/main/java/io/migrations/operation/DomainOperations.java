/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations on domains. */
public interface DomainOperations extends Vocabulary {

    /** Creates a domain that is a type with a name of its own. */
    default void createDomain(String domain, Type type) {
        invoke(CreateDomain.of(domain, type));
    }

    /** Creates a domain: {@code domain -> domain.notNull().check("amount_positive", "VALUE > 0")}. */
    default void createDomain(String domain, Type type, UnaryOperator<CreateDomain> options) {
        invoke(options.apply(CreateDomain.of(domain, type)));
    }

    /**
     * Changes the default of a domain, without an inverse.
     *
     * @param value a value, {@code sql("...")}, or null for no default
     */
    default void setDomainDefault(String domain, @Nullable Object value) {
        invoke(new SetDomainDefault(Name.of(domain), value == null ? null : new Sql(Value.of(value)), null));
    }

    /**
     * Changes the default of a domain.
     *
     * @param value a value, {@code sql("...")}, or null for no default
     * @param existing the default before, likewise, for the inverse
     */
    default void setDomainDefault(String domain, @Nullable Object value, @Nullable Object existing) {
        invoke(new SetDomainDefault(
                Name.of(domain),
                value == null ? null : new Sql(Value.of(value)),
                Known.of(existing == null ? null : new Sql(Value.of(existing)))));
    }

    /** Lets a domain refuse null. */
    default void setDomainNotNull(String domain) {
        invoke(new SetDomainNotNull(Name.of(domain), true));
    }

    /** Lets a domain take null. */
    default void dropDomainNotNull(String domain) {
        invoke(new SetDomainNotNull(Name.of(domain), false));
    }

    /** Adds a check to a domain: {@code addDomainCheck("amount", "amount_positive", "VALUE > 0")}. */
    default void addDomainCheck(String domain, String name, String condition) {
        invoke(AddDomainCheck.of(domain, name, condition));
    }

    /** Adds a check to a domain: {@code check -> check.notValid()}. */
    default void addDomainCheck(String domain, String name, String condition, UnaryOperator<AddDomainCheck> options) {
        invoke(options.apply(AddDomainCheck.of(domain, name, condition)));
    }

    /** Proves a check that was added without looking at what is there. */
    default void validateDomainConstraint(String domain, String constraint) {
        invoke(new ValidateDomainConstraint(Name.of(domain), constraint));
    }

    /** Renames a constraint of a domain. */
    default void renameDomainConstraint(String domain, String constraint, String newName) {
        invoke(new RenameObject(DatabaseObject.domainConstraint(constraint, domain), newName));
    }

    /** Drops a constraint of a domain, without an inverse. */
    default void dropDomainConstraint(String domain, String constraint) {
        invoke(DropObject.of(DatabaseObject.domainConstraint(constraint, domain)));
    }

    /** Drops a check of a domain that was added like that. */
    default void dropDomainConstraint(AddDomainCheck original) {
        invoke(DropObject.of(original));
    }

    /** Drops a constraint of a domain: {@code drop -> drop.ifExists()}. */
    default void dropDomainConstraint(String domain, String constraint, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.domainConstraint(constraint, domain))));
    }

    /** Renames a domain within its schema. */
    default void renameDomain(String domain, String newName) {
        invoke(new RenameObject(DatabaseObject.domain(domain), newName));
    }

    /** Drops a domain, without an inverse. */
    default void dropDomain(String domain) {
        invoke(DropObject.of(DatabaseObject.domain(domain)));
    }

    /** Drops a domain that was made like that. */
    default void dropDomain(CreateDomain original) {
        invoke(DropObject.of(original));
    }

    /** Drops a domain: {@code drop -> drop.ifExists().cascade()}. */
    default void dropDomain(String domain, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.domain(domain))));
    }
}
