/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.Drift;
import io.migrations.comparison.MigrationVerifier;
import io.migrations.comparison.SchemaModel;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.schema.ObjectFilter;
import io.migrations.script.AuthoringSettings;
import java.util.List;
import java.util.Optional;

/** What a command needs of the application whose jar it is part of. Asked only once the arguments are known to be right. */
public interface Application {

    /**
     * The same application with another of its databases.
     *
     * @param name as the application's configuration has it
     */
    default Application instance(String name) {
        throw new IllegalStateException(
                "This application has one database, and none that is called '%s'.".formatted(name));
    }

    /** The migrator of the application's database. Asking for it takes no connection. */
    Migrator migrator();

    /** Where new revisions are written, which takes no database. */
    AuthoringSettings authoring();

    /** How far an upgrade goes unless told otherwise: {@code migrations.target}. */
    List<String> targets();

    /** What the application wants its schema to be, if anything says so. Asking for it takes no connection. */
    default Optional<SchemaModel> model() {
        return Optional.empty();
    }

    /** Which objects a comparison of schemas is about. */
    default ObjectFilter filter() {
        return ObjectFilter.everything();
    }

    /** Where scratch databases come from. Asking for it takes no connection. */
    default ScratchSource scratch() {
        throw new IllegalStateException("This application has no scratch databases");
    }

    /** Tries the application's revisions in a scratch database. */
    default MigrationVerifier verifier() {
        return MigrationVerifier.of(migrator(), scratch());
    }

    /** Finds what was changed in the application's database. */
    default Drift drift() {
        return Drift.of(migrator());
    }

    /** A tree of maps, lists, strings, numbers, booleans and nulls as JSON. */
    String json(Object tree);

    /** Explains a fault. */
    Diagnosis diagnose(Throwable fault);
}
