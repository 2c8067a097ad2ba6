/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jpa;

/** Mapped by a file. */
class Room {

    String number;

    int beds;
}
