/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import java.util.List;

/**
 * A downgrade to be shown to a person before it runs. What is shown is what runs: if the database changes in between, it
 * is refused.
 *
 * @param target what was asked for, as typed
 * @param plan the steps
 * @param kept the texts from the database among them, in the order they run
 * @param losses the statements that take data away
 * @see Migrator#reviewDowngrade
 */
public record ReviewedDowngrade(String target, Plan plan, List<KeptDowngrade> kept, List<DataLoss> losses) {

    public ReviewedDowngrade {
        kept = List.copyOf(kept);
        losses = List.copyOf(losses);
    }
}
