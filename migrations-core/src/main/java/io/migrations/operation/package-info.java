/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The vocabulary of revisions in Java: one immutable value per operation, which renders itself as PostgreSQL SQL and
 * knows what undoes it. No I/O.
 */
@NullMarked
package io.migrations.operation;

import org.jspecify.annotations.NullMarked;
