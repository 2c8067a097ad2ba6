/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptedRevision;
import java.util.List;
import java.util.Map;

/**
 * What has run in a database and can run in another one.
 *
 * @param revisions the applied revisions, each with the text that ran, in the order in which they ran
 * @param repeatables the repeatable scripts likewise, each after those it depends on
 * @param lost the applied revisions that nobody has the code of any more, and why
 */
public record AppliedScripts(
        List<ScriptedRevision> revisions, List<RepeatableScript> repeatables, Map<String, String> lost) {

    public AppliedScripts {
        revisions = List.copyOf(revisions);
        repeatables = List.copyOf(repeatables);
        lost = Map.copyOf(lost);
    }
}
