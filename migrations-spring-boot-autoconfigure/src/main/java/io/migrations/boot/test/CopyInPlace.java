/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import io.migrations.boot.DataSourceAddress;
import io.migrations.boot.MigrationsConnectionDetails;
import io.migrations.boot.MigrationsInitializer;
import io.migrations.boot.MigratorStart;
import io.migrations.comparison.MigratedCopy;
import io.migrations.comparison.TemplateDatabases;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.Migrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * {@link BeanPostProcessor} that leads the beans of an application to a copy. They get its url when they are made, before
 * it is there; it is made when the start is about to migrate it, which everything else that uses the database waits for. So
 * it is the application's own migrator, with all that is configured of it, that the template is made with.
 */
final class CopyInPlace implements BeanPostProcessor {

    private final CopiedUrls urls;
    private final boolean serverWide;
    private final ObjectProvider<JdbcConnectionDetails> application;
    private @Nullable MigratedCopy copy;

    CopyInPlace(CopiedUrls urls, boolean serverWide, ObjectProvider<JdbcConnectionDetails> application) {
        this.urls = urls;
        this.serverWide = serverWide;
        this.application = application;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof MigrationsInitializer initializer) {
            make(initializer.starts());
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof JdbcConnectionDetails details) {
            return new CopiedConnectionDetails(details, urls);
        }
        if (bean instanceof MigrationsConnectionDetails details) {
            return new CopiedMigrationsConnectionDetails(details, application, urls);
        }
        if (bean instanceof DataSource) {
            lead(PropertyAccessorFactory.forBeanPropertyAccess(bean));
        }
        return bean;
    }

    /** Every kind of data source has one of these properties, and no pool has been started yet. */
    private void lead(BeanWrapper dataSource) {
        for (String property : List.of("jdbcUrl", "url")) {
            if (dataSource.isReadableProperty(property)
                    && dataSource.isWritableProperty(property)
                    && dataSource.getPropertyValue(property) instanceof String url) {
                String replaced = urls.replace(url);
                if (!replaced.equals(url)) {
                    dataSource.setPropertyValue(property, replaced);
                }
                return;
            }
        }
    }

    private void make(List<MigratorStart> starts) {
        List<String> elsewhere = new ArrayList<>();
        for (MigratorStart start : starts) {
            Optional<DataSourceAddress> address =
                    DataSourceAddress.find(start.migrator().dataSource());
            if (address.isEmpty() || !urls.leadsToCopy(address.get().url())) {
                elsewhere.add(shown(start.migrator()));
            } else if (copy == null) {
                copy = databases(address.get()).copy(start.migrator(), start.targets(), urls.copy());
            }
        }
        if (copy == null) {
            throw new NotReplacedException(elsewhere);
        }
    }

    private TemplateDatabases databases(DataSourceAddress address) {
        TemplateDatabases databases =
                TemplateDatabases.beside(urls.restore(address.url()), address.username(), address.password());
        return serverWide ? databases.withServerWideStatements() : databases;
    }

    private static String shown(Migrator migrator) {
        return DataSourceAddress.find(migrator.dataSource())
                .map(address -> JdbcUrls.withoutSecrets(address.url()))
                .orElse(migrator.dataSource().getClass().getName());
    }

    void drop() {
        if (copy != null) {
            copy.close();
        }
    }
}
