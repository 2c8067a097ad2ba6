/* SPDX-License-Identifier: Apache-2.0 */
/** Runs the migrations of an application when it starts, before anything that uses the database. */
@NullMarked
package io.migrations.boot;

import org.jspecify.annotations.NullMarked;
