/* SPDX-License-Identifier: Apache-2.0 */
/** Failure reports: what happened, what state the database is in, and what to do next. */
@NullMarked
package io.migrations.boot.diagnostics;

import org.jspecify.annotations.NullMarked;
