/* SPDX-License-Identifier: Apache-2.0 */
/** Entities of a clinic for animals, with a bit of everything that can be mapped. */
package io.migrations.boot.model.jpa.clinic;
