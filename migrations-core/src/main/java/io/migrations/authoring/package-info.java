/* SPDX-License-Identifier: Apache-2.0 */
/** Changes of a schema as a person reads them in a new revision: statements of SQL, or calls in Java. */
@NullMarked
package io.migrations.authoring;

import org.jspecify.annotations.NullMarked;
