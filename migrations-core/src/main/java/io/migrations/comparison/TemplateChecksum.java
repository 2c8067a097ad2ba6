/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.Code;
import io.migrations.script.Hook;
import io.migrations.script.RepeatableScript;
import io.migrations.script.Script;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import io.migrations.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Over everything that decides what a template holds, the history's rows included: texts as they are written, as the history
 * keeps them, and statements as they run, with the values of placeholders. Of a revision in Java that works on the database
 * as it goes, its class counts, and not what that calls.
 */
final class TemplateChecksum {

    private final MessageDigest digest = sha256();

    private TemplateChecksum() {}

    static TemplateName of(Migrator migrator, List<String> targets, ScratchSession session) {
        MigratorSettings settings = migrator.settings();
        var application = new TemplateChecksum()
                .add(settings.application())
                .add(settings.tables())
                .add(settings.role());
        var content = new TemplateChecksum()
                .add(Migrator.class.getPackage().getImplementationVersion())
                .add(targets)
                .add(settings.tables())
                .add(settings.role())
                .add(settings.appendOnlyJournal())
                .add(session.user())
                .add(DatabaseTraits.creation(session.jdbc()))
                .add(DatabaseTraits.settings(session.jdbc(), "it"))
                .add(migrator.scripts());
        long database = session.jdbc()
                .sql("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
        return new TemplateName(
                database, application.first().getInt(), content.first().getLong());
    }

    private TemplateChecksum add(ScriptDirectory scripts) {
        for (String id : scripts.graph().ids().stream().sorted().toList()) {
            ScriptedRevision revision = scripts.find(id).orElseThrow();
            add(revision.revision()).add(revision.upgrade());
            revision.findDowngrade().ifPresentOrElse(this::add, () -> add("no downgrade"));
        }
        for (RepeatableScript repeatable : scripts.repeatables()) {
            add(repeatable.name()).add(repeatable.dependencies()).add(repeatable.script());
        }
        for (Hook hook : scripts.hooks().all()) {
            add(hook.point()).add(hook.script());
        }
        return this;
    }

    private TemplateChecksum add(Script script) {
        add(script.text()).add(script.transactional());
        for (Statement statement : script.statements()) {
            add(statement.text()).add(statement.copyData());
        }
        Code code = script.code();
        if (code != null) {
            addClass(code.type());
        }
        return this;
    }

    /** With its nested classes, also those that have no name. */
    private void addClass(Class<?> type) {
        add(type.getName());
        addFile(type, type.getName());
        for (Class<?> nested : type.getDeclaredClasses()) {
            addClass(nested);
        }
        int number = 1;
        while (addFile(type, type.getName() + "$" + number)) {
            number++;
        }
    }

    private boolean addFile(Class<?> type, String name) {
        try (InputStream file = type.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (file == null) {
                return false;
            }
            addBytes(file.readAllBytes());
            return true;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A null is another value than any text. */
    private TemplateChecksum add(@Nullable Object value) {
        if (value == null) {
            digest.update((byte) 0);
        } else {
            addBytes(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    private void addBytes(byte... bytes) {
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private ByteBuffer first() {
        return ByteBuffer.wrap(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java runtime has SHA-256", exception);
        }
    }
}
