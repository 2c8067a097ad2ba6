/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Inverse;
import io.migrations.operation.Operation;
import java.util.List;

/** Any text as an operation. */
public record Told(String text) implements Operation {

    @Override
    public List<String> statements() {
        return List.of(text);
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("It is told.");
    }
}
