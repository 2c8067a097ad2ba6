/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.ChangeOwner;
import io.migrations.operation.CommentOn;
import io.migrations.operation.CreateExtension;
import io.migrations.operation.CreateSchema;
import io.migrations.operation.DatabaseObject;
import io.migrations.operation.DropObject;
import io.migrations.operation.MoveObject;
import io.migrations.operation.ObjectKind;
import io.migrations.operation.Operation;
import io.migrations.operation.RenameObject;
import io.migrations.operation.UpdateExtension;
import org.jspecify.annotations.Nullable;

/** What is done to objects of any kind, and schemas and extensions, as calls in Java. */
final class JavaObjects implements JavaCalls {

    private final JavaValues values;
    private final JavaObjectNames objects;

    JavaObjects(JavaValues values) {
        this.values = values;
        this.objects = new JavaObjectNames(values);
    }

    @Override
    public @Nullable String of(Operation operation) {
        if (operation instanceof DropObject drop) {
            return drop(drop);
        }
        if (operation instanceof RenameObject rename) {
            return rename(rename);
        }
        if (operation instanceof CommentOn comment) {
            return comment(comment);
        }
        if (operation instanceof MoveObject move) {
            return JavaCalls.call("setSchema", objects.object(move.object()), values.text(move.schema()));
        }
        if (operation instanceof ChangeOwner change) {
            return JavaCalls.call("ownerTo", objects.object(change.object()), values.text(change.owner()));
        }
        return database(operation);
    }

    private @Nullable String database(Operation operation) {
        if (operation instanceof CreateSchema create) {
            Chain options = Chain.of("schema")
                    .callIfGiven("authorization", create.authorization(), values::text)
                    .callIf(create.tolerant(), "ifNotExists");
            return JavaCalls.call("createSchema", "schema", options, values.text(create.schema()));
        }
        if (operation instanceof CreateExtension create) {
            Chain options = Chain.of("extension")
                    .callIfGiven("schema", create.schema(), values::text)
                    .callIfGiven("version", create.version(), values::text)
                    .callIf(create.cascading(), "cascade")
                    .callIf(create.tolerant(), "ifNotExists");
            return JavaCalls.call("createExtension", "extension", options, values.text(create.extension()));
        }
        if (operation instanceof UpdateExtension update) {
            String extension = values.text(update.extension());
            return update.version() == null
                    ? JavaCalls.call("updateExtension", extension)
                    : JavaCalls.call("updateExtension", extension, values.text(update.version()));
        }
        return null;
    }

    private @Nullable String drop(DropObject drop) {
        Chain options = Chain.of("drop").callIf(drop.tolerant(), "ifExists").callIf(drop.cascading(), "cascade");
        DatabaseObject object = drop.object();
        String noun = noun(object.kind());
        if (noun != null) {
            return JavaCalls.call("drop" + noun, "drop", options, called(object));
        }
        return object.kind() == ObjectKind.DOMAIN_CONSTRAINT && object.of() != null
                ? JavaCalls.call(
                        "dropDomainConstraint",
                        "drop",
                        options,
                        values.name(object.of()),
                        values.text(object.name().simple()))
                : null;
    }

    private @Nullable String rename(RenameObject rename) {
        DatabaseObject object = rename.object();
        String newName = values.text(rename.newName());
        if (object.kind() == ObjectKind.DOMAIN_CONSTRAINT && object.of() != null) {
            return JavaCalls.call(
                    "renameDomainConstraint",
                    values.name(object.of()),
                    values.text(object.name().simple()),
                    newName);
        }
        String noun = noun(object.kind());
        return noun == null ? null : JavaCalls.call("rename" + noun, called(object), newName);
    }

    private String comment(CommentOn comment) {
        String text = comment.text() == null ? null : values.text(comment.text());
        if (comment.object().kind() == ObjectKind.TABLE) {
            String table = values.name(comment.object().name());
            return text == null
                    ? JavaCalls.call("dropTableComment", table)
                    : JavaCalls.call("createTableComment", table, text);
        }
        return JavaCalls.call("comment", objects.object(comment.object()), text == null ? "null" : text);
    }

    /** What drops and renames of that kind are called after; null where there are none, or of another form. */
    private static @Nullable String noun(ObjectKind kind) {
        return switch (kind) {
            case DOMAIN -> "Domain";
            case EXTENSION -> "Extension";
            case FUNCTION -> "Function";
            case MATERIALIZED_VIEW -> "MaterializedView";
            case POLICY -> "Policy";
            case PROCEDURE -> "Procedure";
            case SCHEMA -> "Schema";
            case SEQUENCE -> "Sequence";
            case TRIGGER -> "Trigger";
            case TYPE -> "Type";
            case VIEW -> "View";
            default -> null;
        };
    }

    private String called(DatabaseObject object) {
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE -> objects.signature(object);
            case SCHEMA, EXTENSION -> values.text(object.name().simple());
            default -> object.of() == null ? values.name(object.name()) : objects.part(object);
        };
    }
}
