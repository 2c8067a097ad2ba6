/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An applied revision that its script describes otherwise than the database does.
 *
 * @param revision the revision's id
 * @param file its script
 * @param upgradeDifference what ran against what the script says, line by line; none where they are the same
 * @param downgradeDifference the same of the downgrade
 * @param place what else differs, such as its parents, in words
 */
public record EditedRevision(
        String revision,
        String file,
        @Nullable String upgradeDifference,
        @Nullable String downgradeDifference,
        List<String> place) {

    public EditedRevision {
        place = List.copyOf(place);
    }
}
