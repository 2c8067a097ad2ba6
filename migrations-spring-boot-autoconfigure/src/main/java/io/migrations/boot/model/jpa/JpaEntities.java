/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

import io.migrations.boot.ModelSource;
import io.migrations.boot.model.EntityModel;
import io.migrations.comparison.InvalidSchemaModelException;
import io.migrations.comparison.SchemaModel;
import java.util.List;
import java.util.Optional;

/** {@link EntityModel} of JPA entities. */
record JpaEntities(PersistenceUnit unit) implements EntityModel {

    private static final String NAME = "the JPA entities";

    @Override
    public ModelSource source() {
        return ModelSource.JPA;
    }

    @Override
    public Optional<SchemaModel> find() {
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        List<String> statements;
        try {
            statements = new HibernateSchema(unit).statements();
        } catch (InvalidSchemaModelException exception) {
            throw exception;
        } catch (RuntimeException exception) {
            throw new InvalidSchemaModelException(
                    NAME,
                    "Hibernate cannot tell the schema of %s: %s.".formatted(NAME, reason(exception)),
                    "Correct the mapping, or set 'migrations.model.source' to another one.",
                    exception);
        }
        return statements.isEmpty() ? Optional.empty() : Optional.of(SchemaModel.of(NAME, false, statements));
    }

    private static String reason(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getName() : message.replaceAll("[.\\s]+$", "");
    }
}
