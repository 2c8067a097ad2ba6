/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an applied revision, kept so that an edit can be shown and any build can undo it.
 *
 * @param upgrade what ran
 * @param downgrade what undoes it; none where there was no way back
 */
public record RevisionTexts(String upgrade, @Nullable String downgrade) {}
