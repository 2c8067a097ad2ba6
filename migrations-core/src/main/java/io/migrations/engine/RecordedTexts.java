/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a revision, as the database keeps them.
 *
 * @param upgrade what ran
 * @param downgrade what undoes it; none where its author gave no way back
 */
public record RecordedTexts(String upgrade, @Nullable String downgrade) {}
