/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/**
 * An applied revision whose script says something else now.
 *
 * @param revision the revision's id
 * @param file its script
 * @param recordedChecksum of what ran
 * @param currentChecksum of what the script says
 * @param difference the two texts, line by line: {@code -} what ran, {@code +} what the script says
 */
public record Modification(
        String revision, String file, String recordedChecksum, String currentChecksum, String difference) {}
