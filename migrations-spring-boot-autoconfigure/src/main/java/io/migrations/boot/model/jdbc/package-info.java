/* SPDX-License-Identifier: Apache-2.0 */
/** The schema that the entities of Spring Data JDBC want. */
@NullMarked
package io.migrations.boot.model.jdbc;

import org.jspecify.annotations.NullMarked;
