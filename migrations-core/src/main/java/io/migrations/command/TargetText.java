/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets {@code -1} be a target, and no other word that begins like an option. */
final class TargetText implements ITypeConverter<String> {

    private static final Pattern STEPS_BACK = Pattern.compile("-\\d+");

    @Override
    public String convert(String value) {
        if (value.startsWith("-") && !STEPS_BACK.matcher(value).matches()) {
            throw new TypeConversionException("'%s' is neither an option nor a target".formatted(value));
        }
        return value;
    }
}
