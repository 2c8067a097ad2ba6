/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code ALTER TYPE ... RENAME VALUE}. What columns hold is renamed with it.
 *
 * @param value as it is called before
 * @param newValue what it is called then
 */
public record RenameEnumValue(Name type, String value, String newValue) implements Operation {

    public RenameEnumValue {
        Names.require("enum value", value);
        Names.require("enum value", newValue);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TYPE %s RENAME VALUE %s TO %s"
                .formatted(type.sql(), Value.ofText(value), Value.ofText(newValue)));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameEnumValue(type, newValue, value));
    }
}
