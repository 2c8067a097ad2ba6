/* SPDX-License-Identifier: Apache-2.0 */
/** The schema of a database as a value: a snapshot of its catalog, and the difference of two as operations. */
@NullMarked
package io.migrations.schema;

import org.jspecify.annotations.NullMarked;
