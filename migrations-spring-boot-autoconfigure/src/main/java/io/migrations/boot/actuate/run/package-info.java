/* SPDX-License-Identifier: Apache-2.0 */
/** Runs that somebody has asked the running application for: planned, refused or run in the background, and followed. */
@NullMarked
package io.migrations.boot.actuate.run;

import org.jspecify.annotations.NullMarked;
