/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.Autogeneration;
import io.migrations.comparison.SchemaModel;
import io.migrations.schema.SnapshotComparison;
import java.util.List;
import java.util.Optional;

/** Whether the migrations produce what the application wants. */
final class ModelCheck {

    private ModelCheck() {}

    /** What {@code check} says; nothing where they do, or where nothing says what is wanted. */
    static Optional<Finding> finding(Application application) {
        return application.model().flatMap(model -> finding(application, model));
    }

    private static Optional<Finding> finding(Application application, SchemaModel model) {
        SnapshotComparison difference = Autogeneration.of(application.migrator(), application.scratch())
                .about(application.filter())
                .difference(model);
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "model",
                        "The migrations do not produce the schema of %s:%n%s"
                                .formatted(
                                        model.name(),
                                        difference.text("only the migrations make it", "the migrations lack it")),
                        "Write the revision with 'migrations revision --autogenerate -m \"...\"'.",
                        List.of()));
    }
}
