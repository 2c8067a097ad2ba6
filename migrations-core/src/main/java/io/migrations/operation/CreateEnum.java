/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code CREATE TYPE ... AS ENUM}.
 *
 * @param values its values, in their order
 */
public record CreateEnum(Name type, List<String> values) implements Creation {

    /** Checks that each value fits, and is there once. */
    public CreateEnum {
        values = Names.require("enum value", values);
        if (new HashSet<>(values).size() < values.size()) {
            throw new InvalidOperationException(
                    "The enum type '%s' has a value twice: %s.".formatted(type, values), "Leave one out.");
        }
    }

    public static CreateEnum of(String type, String... values) {
        return new CreateEnum(Name.of(type), List.of(values));
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.TYPE, type, null, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        return List.of("CREATE TYPE %s AS ENUM (%s)"
                .formatted(type.sql(), values.stream().map(Value::ofText).collect(Collectors.joining(", "))));
    }
}
