/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import io.migrations.boot.ModelSource;
import io.migrations.boot.model.EntityModel;
import io.migrations.comparison.InvalidSchemaModelException;
import io.migrations.comparison.SchemaModel;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** {@link EntityModel} of Spring Data JDBC. */
record JdbcEntities(ConfigurableApplicationContext context) implements EntityModel {

    static final String NAME = "the entities of Spring Data JDBC";

    @Override
    public ModelSource source() {
        return ModelSource.SPRING_DATA_JDBC;
    }

    @Override
    public Optional<SchemaModel> find() {
        EntityTypes types = EntityTypes.of(context);
        if (types.all().isEmpty()) {
            return Optional.empty();
        }
        try {
            Mapping mapping = Mapping.of(context.getBeanFactory(), types);
            Tables tables = new Tables(mapping);
            mapping.roots(types).forEach(tables::addAggregate);
            return Optional.of(SchemaModel.rough(NAME, tables.statements()));
        } catch (InvalidSchemaModelException exception) {
            throw exception;
        } catch (RuntimeException exception) {
            throw new InvalidSchemaModelException(
                    NAME,
                    "Spring Data cannot tell the tables of its entities: %s.".formatted(exception.getMessage()),
                    "Correct the mapping, or set 'migrations.model.source' to another one.",
                    exception);
        }
    }
}
