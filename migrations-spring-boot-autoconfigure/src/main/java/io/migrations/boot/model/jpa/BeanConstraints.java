/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import io.migrations.comparison.InvalidSchemaModelException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.beanvalidation.BeanValidationIntegrator;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.springframework.util.ClassUtils;

/**
 * What constraints of Bean Validation mean for columns: {@code @NotNull}, {@code @Size}, {@code @Min} and their like.
 * Hibernate adds it when it builds a session factory, which is more than a mapping.
 */
final class BeanConstraints {

    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

    private BeanConstraints() {}

    static void apply(MetadataImplementor metadata, Map<String, Object> settings) {
        ClassLoader classLoader = BeanConstraints.class.getClassLoader();
        if (ClassUtils.isPresent("jakarta.validation.Validation", classLoader) && isWanted(settings)) {
            Present.apply(metadata, settings);
        }
    }

    private static boolean isWanted(Map<String, Object> settings) {
        String mode = String.valueOf(settings.getOrDefault(BeanValidationIntegrator.JAKARTA_MODE_PROPERTY, "auto"))
                .toLowerCase(Locale.ROOT);
        return (mode.contains("auto") || mode.contains("ddl"))
                && Boolean.parseBoolean(
                        String.valueOf(settings.getOrDefault(BeanValidationIntegrator.APPLY_CONSTRAINTS, "true")));
    }

    /** Loaded only where Bean Validation is there. */
    private static final class Present {

        private static void apply(MetadataImplementor metadata, Map<String, Object> settings) {
            try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
                // Not public, but the only way without a session factory.
                Method method = Class.forName(ACTIVATOR)
                        .getDeclaredMethod(
                                "applyRelationalConstraints",
                                ValidatorFactory.class,
                                Collection.class,
                                Map.class,
                                Dialect.class,
                                ClassLoaderAccess.class);
                method.setAccessible(true);
                method.invoke(
                        null,
                        factory,
                        metadata.getEntityBindings(),
                        settings,
                        metadata.getDatabase().getDialect(),
                        new ServiceAccess(
                                metadata.getDatabase().getServiceRegistry().requireService(ClassLoaderService.class)));
            } catch (NoProviderFoundException exception) {
                // As in the application: without a provider nothing is validated.
            } catch (ReflectiveOperationException exception) {
                throw unknown(exception);
            }
        }
    }

    private static InvalidSchemaModelException unknown(ReflectiveOperationException exception) {
        Throwable cause = exception instanceof InvocationTargetException ? exception.getCause() : exception;
        return new InvalidSchemaModelException(
                "the JPA entities",
                "This version of Hibernate does not tell what the constraints of Bean Validation mean for columns: %s."
                        .formatted(cause),
                "Set 'spring.jpa.properties.hibernate.validator.apply_to_ddl' to 'false' to leave them out, here and in"
                        + " Hibernate.",
                exception);
    }

    private record ServiceAccess(ClassLoaderService service) implements ClassLoaderAccess {

        @Override
        public <T> Class<T> classForName(String name) {
            return service.classForName(name);
        }

        @Override
        public URL locateResource(String name) {
            return service.locateResource(name);
        }
    }
}
