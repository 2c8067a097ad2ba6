/* SPDX-License-Identifier: Apache-2.0 */
/** SQL text: tokens, statements with line and column, their kind, placeholders, checksums. No I/O. */
@NullMarked
package io.migrations.sql;

import org.jspecify.annotations.NullMarked;
