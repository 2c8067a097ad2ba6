/* SPDX-License-Identifier: Apache-2.0 */
/** Auto-configuration of the migrator from {@code migrations.*} properties and the application's data sources. */
@NullMarked
package io.migrations.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
