/* SPDX-License-Identifier: Apache-2.0 */
/** What the application wants its schema to be: a bean, scripts or entities. */
@NullMarked
package io.migrations.boot.model;

import org.jspecify.annotations.NullMarked;
