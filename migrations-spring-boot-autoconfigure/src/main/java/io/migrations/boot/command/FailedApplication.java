/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.command.Application;
import io.migrations.command.Diagnosis;
import io.migrations.engine.Migrator;
import io.migrations.script.AuthoringSettings;
import java.util.List;
import org.springframework.boot.json.JsonWriter;

/** {@link Application} that could not start. */
record FailedApplication(Throwable failure, Diagnostics diagnostics) implements Application {

    @Override
    public Migrator migrator() {
        throw new IllegalStateException("The application could not start", failure);
    }

    @Override
    public AuthoringSettings authoring() {
        throw new IllegalStateException("The application could not start", failure);
    }

    @Override
    public List<String> targets() {
        throw new IllegalStateException("The application could not start", failure);
    }

    @Override
    public String json(Object tree) {
        return JsonWriter.standard().writeToString(tree);
    }

    @Override
    public Diagnosis diagnose(Throwable fault) {
        return diagnostics.diagnose(fault);
    }
}
