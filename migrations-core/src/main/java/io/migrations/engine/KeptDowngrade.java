/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/**
 * A downgrade whose text the database keeps, of a revision this build does not know. A person should read it before it
 * runs.
 *
 * @param revision the revision's id
 * @param description the revision's description
 * @param recorded the text as its author wrote it and the database keeps it
 * @param text the same as it will run: with the placeholders replaced, by the values of this build
 * @param checksum over the recorded tokens, as the applied set has it
 * @param transactional whether it runs in a transaction
 */
public record KeptDowngrade(
        String revision, String description, String recorded, String text, String checksum, boolean transactional) {

    /** Whether it has placeholders that were replaced; the build that applied the revision may have had other values. */
    public boolean hasPlaceholders() {
        return !recorded.equals(text);
    }
}
