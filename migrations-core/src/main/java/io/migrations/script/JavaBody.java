/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Both directions of a new revision in Java.
 *
 * @param imports names of classes, and {@code static io.migrations.operation.Types.BIGINT} for a member of one
 * @param upgrade the lines of its method, without their indentation
 * @param downgrade the lines of the way back; empty where there is nothing to undo, null where there is no way back
 * @param isTransactional whether it runs in a transaction
 */
public record JavaBody(
        SortedSet<String> imports,
        List<String> upgrade,
        @Nullable List<String> downgrade,
        boolean isTransactional) implements Body {

    public JavaBody {
        imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
        upgrade = List.copyOf(upgrade);
        downgrade = downgrade == null ? null : List.copyOf(downgrade);
    }
}
