/* SPDX-License-Identifier: Apache-2.0 */
/** The revision graph as pure data: ids, validation, lineage, targets, planning. No I/O. */
@NullMarked
package io.migrations.revision;

import org.jspecify.annotations.NullMarked;
