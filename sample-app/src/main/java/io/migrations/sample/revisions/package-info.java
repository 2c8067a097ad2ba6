/* SPDX-License-Identifier: Apache-2.0 */
/** Revisions in Java: plain classes that are found here, and one that is a bean. */
@NullMarked
package io.migrations.sample.revisions;

import org.jspecify.annotations.NullMarked;
