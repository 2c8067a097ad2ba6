/* SPDX-License-Identifier: Apache-2.0 */
/** What the database holds: the applied set and the journal. */
@NullMarked
package io.migrations.history;

import org.jspecify.annotations.NullMarked;
