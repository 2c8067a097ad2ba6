/* SPDX-License-Identifier: Apache-2.0 */
/** Entities of a shop for Spring Data JDBC. */
package io.migrations.boot.model.jdbc.shop;
