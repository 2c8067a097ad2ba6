/* SPDX-License-Identifier: Apache-2.0 */
/** What the migrations produce, made in a scratch database and set against something else. */
@NullMarked
package io.migrations.comparison;

import org.jspecify.annotations.NullMarked;
