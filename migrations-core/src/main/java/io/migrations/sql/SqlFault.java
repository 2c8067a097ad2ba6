/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** Something in a script that keeps it from being run: where it is, what it is, and what to do about it. */
public record SqlFault(Position position, String message, String remedy) {

    @Override
    public String toString() {
        return position + ": " + message + " " + remedy;
    }
}
