/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets a renaming be {@code OLD=NEW}, and nothing else. */
final class RenameText implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        int equals = value.indexOf('=');
        if (equals <= 0 || equals == value.length() - 1) {
            throw new TypeConversionException(
                    "'%s' is no OLD=NEW, such as 'orders.qty=quantity' for a column or 'orders=purchases' for a table"
                            .formatted(value));
        }
        return value;
    }
}
