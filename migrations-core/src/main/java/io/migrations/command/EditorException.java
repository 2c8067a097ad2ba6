/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision that could not be edited. */
public final class EditorException extends MigrationException {

    private EditorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static EditorException none() {
        return new EditorException(
                "There is no editor: set the environment variable VISUAL or EDITOR, such as EDITOR=vi or"
                        + " EDITOR=\"code --wait\".",
                null);
    }

    static EditorException notStarted(String program, Throwable cause) {
        return new EditorException(
                "The editor '%s' could not be started; correct the environment variable VISUAL or EDITOR. A program whose path has blanks needs quotes there."
                        .formatted(program),
                cause);
    }

    static EditorException failed(int exitCode) {
        return new EditorException("The editor ended with exit code %d.".formatted(exitCode), null);
    }

    static EditorException noFile(String revision, List<String> sources) {
        return new EditorException(
                sources.isEmpty()
                        ? "'%s' is no revision that has a file; name one of them.".formatted(revision)
                        : "'%s' is not written in the sources here; it comes with the build, from '%s'."
                                .formatted(revision, String.join("', '", sources)),
                null);
    }
}
