/* SPDX-License-Identifier: Apache-2.0 */
/** The schema that JPA entities want, as Hibernate would create it. */
@NullMarked
package io.migrations.boot.model.jpa;

import org.jspecify.annotations.NullMarked;
