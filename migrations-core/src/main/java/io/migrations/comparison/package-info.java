/* SPDX-License-Identifier: Apache-2.0 */
/** Compares schemas: what the migrations make, what the application wants, and what a database has. */
@NullMarked
package io.migrations.comparison;

import org.jspecify.annotations.NullMarked;
