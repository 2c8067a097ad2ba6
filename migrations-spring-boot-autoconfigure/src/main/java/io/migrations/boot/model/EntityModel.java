/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import io.migrations.boot.ModelSource;
import io.migrations.comparison.SchemaModel;
import java.util.Optional;

/** Finds the entities of one kind, and what schema they want. There is one for each kind that the classpath has. */
public interface EntityModel {

    /** Their kind. */
    ModelSource source();

    /**
     * Their model; none where there are no entities. No connection is taken.
     *
     * @throws io.migrations.comparison.InvalidSchemaModelException where their mapping makes no sense
     */
    Optional<SchemaModel> find();
}
