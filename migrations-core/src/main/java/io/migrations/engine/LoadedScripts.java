/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.RepeatableRow;
import io.migrations.script.NoScriptsFoundException;
import io.migrations.script.Script;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The scripts of this build, read when they are first asked for. */
final class LoadedScripts {

    private final ScriptLoader loader;
    private final Supplier<ScriptDirectory> source;
    private volatile @Nullable ScriptDirectory directory;

    LoadedScripts(ScriptLoader loader) {
        this(loader, loader::load);
    }

    private LoadedScripts(ScriptLoader loader, Supplier<ScriptDirectory> source) {
        this.loader = loader;
        this.source = source;
    }

    /** The same with something changed of what was read. */
    LoadedScripts changed(UnaryOperator<ScriptDirectory> other) {
        return new LoadedScripts(loader, () -> other.apply(directory()));
    }

    /** The same, where it is no fault that there are none. */
    LoadedScripts orNone() {
        return new LoadedScripts(loader, () -> {
            try {
                return directory();
            } catch (NoScriptsFoundException exception) {
                return ScriptDirectory.none();
            }
        });
    }

    ScriptDirectory directory() {
        ScriptDirectory loaded = directory;
        if (loaded == null) {
            loaded = source.get();
            directory = loaded;
        }
        return loaded;
    }

    /** A repeatable script as it last ran. */
    Script parse(RepeatableRow recorded) {
        return loader.parse("repeatable script '%s' in the database".formatted(recorded.name()), recorded.text(), true);
    }

    /** A script that is not among them: the database kept its text. */
    Script parse(String revision, String text, boolean transactional) {
        return loader.parse("revision '%s' in the database".formatted(revision), text, transactional);
    }
}
