/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc.shop;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** An application with these entities. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@EnableJdbcRepositories
public class Shop extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return List.of(new LocaleTags());
    }

    @WritingConverter
    static class LocaleTags implements Converter<Locale, String> {

        @Override
        public String convert(Locale source) {
            return source.toLanguageTag();
        }
    }
}
