/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AddDomainCheck;
import io.migrations.operation.AddEnumValue;
import io.migrations.operation.CreateCompositeType;
import io.migrations.operation.CreateDomain;
import io.migrations.operation.CreateEnum;
import io.migrations.operation.DomainCheck;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import io.migrations.operation.RenameEnumValue;
import io.migrations.operation.SetDomainDefault;
import io.migrations.operation.SetDomainNotNull;
import io.migrations.operation.ValidateDomainConstraint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types and domains as calls in Java. */
final class JavaTypes implements JavaCalls {

    private final JavaValues values;

    JavaTypes(JavaValues values) {
        this.values = values;
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof CreateEnum create) {
            return create.values().isEmpty()
                    ? JavaCalls.call("createEnum", values.name(create.type()))
                    : JavaCalls.call("createEnum", values.name(create.type()), values.texts(create.values()));
        }
        if (operation instanceof AddEnumValue add) {
            Chain options = Chain.of("value")
                    .callIfGiven("before", add.before(), values::text)
                    .callIfGiven("after", add.after(), values::text)
                    .callIf(add.tolerant(), "ifNotExists");
            return JavaCalls.call("addEnumValue", "value", options, values.name(add.type()), values.text(add.value()));
        }
        if (operation instanceof RenameEnumValue rename) {
            return JavaCalls.call(
                    "renameEnumValue",
                    values.name(rename.type()),
                    values.text(rename.value()),
                    values.text(rename.newValue()));
        }
        return operation instanceof CreateCompositeType create ? composite(create) : domain(operation);
    }

    private String composite(CreateCompositeType create) {
        Chain attributes = Chain.of("type");
        for (CreateCompositeType.Attribute attribute : create.attributes()) {
            String name = values.text(attribute.name());
            String type = values.type(attribute.type());
            if (attribute.collation() == null) {
                attributes.call("attribute", name, type);
            } else {
                String of = "new %s.Attribute(%s, %s, %s.of(%s))"
                        .formatted(
                                values.operation(CreateCompositeType.class),
                                name,
                                type,
                                values.operation(Name.class),
                                values.name(attribute.collation()));
                attributes.call("attribute", of);
            }
        }
        return JavaCalls.call("createType", values.name(create.type()), "type -> " + attributes);
    }

    private @Nullable String domain(Operation operation) {
        if (operation instanceof CreateDomain create) {
            Chain options = Chain.of("domain")
                    .callIfGiven("collate", create.collation(), values::name)
                    .callIfGiven("defaultTo", create.defaultValue(), values::value)
                    .callIf(create.required(), "notNull");
            create.checks().forEach(check -> check(options, check));
            return JavaCalls.call(
                    "createDomain", "domain", options, values.name(create.domain()), values.type(create.type()));
        }
        if (operation instanceof AddDomainCheck add) {
            Chain options = Chain.of("check").callIf(add.unproven(), "notValid");
            return JavaCalls.call(
                    "addDomainCheck",
                    "check",
                    options,
                    values.name(add.domain()),
                    values.text(Objects.requireNonNull(add.check().name())),
                    values.text(add.check().condition().text()));
        }
        if (operation instanceof SetDomainDefault set) {
            return JavaCalls.call(
                    "setDomainDefault",
                    values.name(set.domain()),
                    set.defaultValue() == null ? "null" : values.value(set.defaultValue()));
        }
        if (operation instanceof SetDomainNotNull set) {
            return JavaCalls.call(set.required() ? "setDomainNotNull" : "dropDomainNotNull", values.name(set.domain()));
        }
        return operation instanceof ValidateDomainConstraint validate
                ? JavaCalls.call(
                        "validateDomainConstraint", values.name(validate.domain()), values.text(validate.constraint()))
                : null;
    }

    private void check(Chain options, DomainCheck check) {
        String condition = values.text(check.condition().text());
        if (check.name() == null) {
            options.call("check", condition);
        } else {
            options.call("check", values.text(check.name()), condition);
        }
    }
}
