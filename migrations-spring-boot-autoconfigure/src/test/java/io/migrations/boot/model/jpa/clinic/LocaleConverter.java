/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa.clinic;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wants a bean that needs the database, as a converter may. */
@Converter
class LocaleConverter implements AttributeConverter<Locale, Integer> {

    LocaleConverter() {}

    LocaleConverter(JdbcTemplate template) {}

    @Override
    public Integer convertToDatabaseColumn(Locale attribute) {
        return attribute.hashCode();
    }

    @Override
    public Locale convertToEntityAttribute(Integer dbData) {
        return Locale.ROOT;
    }
}
