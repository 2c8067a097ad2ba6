/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import org.jspecify.annotations.Nullable;

/**
 * What a revision runs.
 *
 * @param upgrade its statements, as far as they are known before it runs
 * @param downgrade those that take it back; none where there is no way back
 */
public record SqlDescriptor(String upgrade, @Nullable String downgrade) {}
