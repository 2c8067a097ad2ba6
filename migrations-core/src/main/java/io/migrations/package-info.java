/* SPDX-License-Identifier: Apache-2.0 */
/** The migration engine. Its rooms are the packages below; what they all throw is here. */
@NullMarked
package io.migrations;

import org.jspecify.annotations.NullMarked;
