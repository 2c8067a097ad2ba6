/* SPDX-License-Identifier: Apache-2.0 */
/** What operations watch: health, info, metrics and observations, from a status that is not read for each look. */
@NullMarked
package io.migrations.boot.monitor;

import org.jspecify.annotations.NullMarked;
