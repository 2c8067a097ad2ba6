/* SPDX-License-Identifier: Apache-2.0 */
/** Where revisions come from: SQL files on the classpath or in a folder. */
@NullMarked
package io.migrations.script;

import org.jspecify.annotations.NullMarked;
