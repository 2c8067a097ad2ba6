/* SPDX-License-Identifier: Apache-2.0 */
/** Running a plan: the migrator, its lock, transactions, retries and session hygiene. */
@NullMarked
package io.migrations.engine;

import org.jspecify.annotations.NullMarked;
