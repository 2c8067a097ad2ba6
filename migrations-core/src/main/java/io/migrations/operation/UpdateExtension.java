/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER EXTENSION ... UPDATE}.
 *
 * @param version which one; none for the server's default
 */
public record UpdateExtension(String extension, @Nullable String version) implements Operation {

    public UpdateExtension {
        Names.require("extension", extension);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("ALTER EXTENSION " + Identifiers.quoted(extension) + " UPDATE")
                .addIfGiven("TO", version == null ? null : Value.ofText(version))
                .statement();
    }

    @Override
    public Inverse inverse() {
        return Inverse.none(
                "Few extensions have a script that leads back to an older version; if '%s' has, say so in a block that says both ways."
                        .formatted(extension));
    }
}
