/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.Revision;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision together with the scripts that do and undo it.
 *
 * @param revision the node of the graph
 * @param upgrade what does it
 * @param downgrade what undoes it; none where the author gave no way back
 * @param createDate when it was written, as its header says
 * @param obstacle why there is no way back, where its author says so
 */
public record ScriptedRevision(
        Revision revision,
        Script upgrade,
        @Nullable Script downgrade,
        @Nullable LocalDate createDate,
        @Nullable String obstacle) {

    /** How it is written: {@code sql} or {@code java}. */
    public String kind() {
        return upgrade.isJava() ? "java" : "sql";
    }

    public boolean isReversible() {
        return downgrade != null;
    }

    public Optional<Script> findDowngrade() {
        return Optional.ofNullable(downgrade);
    }

    /** What a database can keep, so that a build without this revision can undo it: text, and no code. */
    public Optional<Script> keptDowngrade() {
        return findDowngrade().filter(Script::isText);
    }
}
