/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Migrator;
import io.migrations.script.AuthoringSettings;
import java.util.List;

/** What a command needs of the application whose jar it is part of. Asked only once the arguments are known to be right. */
public interface Application {

    /** The migrator of the application's database. Asking for it takes no connection. */
    Migrator migrator();

    /** Where new revisions are written, which takes no database. */
    AuthoringSettings authoring();

    /** How far an upgrade goes unless told otherwise: {@code migrations.target}. */
    List<String> targets();

    /** A tree of maps, lists, strings, numbers, booleans and nulls as JSON. */
    String json(Object tree);

    /** Explains a fault. */
    Diagnosis diagnose(Throwable fault);
}
