/* SPDX-License-Identifier: Apache-2.0 */
/** Services that Docker Compose or Testcontainers has started, as the database to migrate. */
@NullMarked
package io.migrations.boot.connection;

import org.jspecify.annotations.NullMarked;
