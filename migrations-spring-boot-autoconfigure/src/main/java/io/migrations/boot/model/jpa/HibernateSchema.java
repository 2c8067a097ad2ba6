/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;
import org.jspecify.annotations.Nullable;

/** The statements with which Hibernate would create a schema for a persistence unit; none where it has no entities. */
record HibernateSchema(PersistenceUnit unit) {

    private static final Pattern CREATE_SCHEMA =
            Pattern.compile("create schema (?:if not exists )?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    List<String> statements() {
        Map<String, Object> settings = unit.settings();
        MetadataImplementor metadata =
                Bootstrap.getEntityManagerFactoryBuilder(unit.info(), settings).metadata();
        ServiceRegistry registry = metadata.getDatabase().getServiceRegistry();
        try {
            return metadata.getEntityBindings().isEmpty() ? List.of() : statements(metadata, registry);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static List<String> statements(MetadataImplementor metadata, ServiceRegistry registry) {
        Map<String, Object> settings =
                registry.requireService(ConfigurationService.class).getSettings();
        BeanConstraints.apply(metadata, settings);
        GeneratedValues.apply(metadata);
        // It orders them only where it is going to create tables itself.
        metadata.orderColumns(true);
        metadata.validate();
        ExecutionOptions options = SchemaManagementToolCoordinator.buildExecutionOptions(settings, exception -> {
            throw exception;
        });
        var script = new Script(new ArrayList<>());
        registry.requireService(SchemaManagementTool.class)
                .getSchemaCreator(settings)
                .doCreation(metadata, withNamespaces(options), ContributableMatcher.ALL, new Mapping(), script);
        return script.statements().stream()
                // A schema such as public is there already.
                .map(statement -> CREATE_SCHEMA.matcher(statement).replaceFirst("create schema if not exists $1"))
                .toList();
    }

    private static ExecutionOptions withNamespaces(ExecutionOptions options) {
        return new ExecutionOptions() {
            @Override
            public boolean shouldManageNamespaces() {
                return true;
            }

            @Override
            public Map<String, Object> getConfigurationValues() {
                return options.getConfigurationValues();
            }

            @Override
            public ExceptionHandler getExceptionHandler() {
                return options.getExceptionHandler();
            }
        };
    }

    /** Made from the mapping, and not from a script. */
    private static final class Mapping implements SourceDescriptor {

        @Override
        public SourceType getSourceType() {
            return SourceType.METADATA;
        }

        @Override
        public @Nullable ScriptSourceInput getScriptSourceInput() {
            return null;
        }
    }

    /** Takes the statements as they come. */
    private record Script(List<String> statements) implements TargetDescriptor, ScriptTargetOutput {

        @Override
        public EnumSet<TargetType> getTargetTypes() {
            return EnumSet.of(TargetType.SCRIPT);
        }

        @Override
        public ScriptTargetOutput getScriptTargetOutput() {
            return this;
        }

        @Override
        public void prepare() {}

        @Override
        public void accept(String statement) {
            statements.add(statement);
        }

        @Override
        public void release() {}
    }
}
