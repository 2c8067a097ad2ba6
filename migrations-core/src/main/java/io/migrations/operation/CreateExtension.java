/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE EXTENSION}.
 *
 * @param schema where its objects go; none for where the extension wants them
 * @param version which one; none for the server's default
 * @param cascading whether what it needs is installed, too ({@code CASCADE})
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record CreateExtension(
        String extension, @Nullable String schema, @Nullable String version, boolean cascading, boolean tolerant)
        implements Creation {

    public CreateExtension {
        Names.require("extension", extension);
        if (schema != null) {
            Names.require("schema", schema);
        }
    }

    public static CreateExtension of(String extension) {
        return new CreateExtension(extension, null, null, false, false);
    }

    /** {@code SCHEMA}: where its objects go. */
    public CreateExtension schema(String name) {
        return new CreateExtension(extension, name, version, cascading, tolerant);
    }

    /** {@code VERSION}. */
    public CreateExtension version(String text) {
        return new CreateExtension(extension, schema, text, cascading, tolerant);
    }

    /** {@code CASCADE}: what it needs is installed, too. Leaves no inverse. */
    public CreateExtension cascade() {
        return new CreateExtension(extension, schema, version, true, tolerant);
    }

    /** {@code IF NOT EXISTS}. Leaves no inverse. */
    public CreateExtension ifNotExists() {
        return new CreateExtension(extension, schema, version, cascading, true);
    }

    @Override
    public DatabaseObject object() {
        return DatabaseObject.extension(extension);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE EXTENSION")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(Identifiers.quoted(extension))
                .addIfGiven("SCHEMA", schema == null ? null : Identifiers.quoted(schema))
                .addIfGiven("VERSION", version == null ? null : Value.ofText(version))
                .addIf(cascading, "CASCADE")
                .statement();
    }

    @Override
    public Inverse inverse() {
        return cascading && !tolerant
                ? Inverse.none(
                        "CASCADE installs what the extension '%s' needs, too; create those by operations of their own."
                                .formatted(extension))
                : Creation.super.inverse();
    }
}
