/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/**
 * A downgrade whose text the database keeps, of a revision this build does not know. A person should read it before it
 * runs.
 *
 * @param revision the revision's id
 * @param description the revision's description
 * @param text the statements as their author wrote them, placeholders unresolved
 * @param checksum over its tokens, as the applied set and the journal have it
 * @param transactional whether it runs in a transaction
 */
public record KeptDowngrade(String revision, String description, String text, String checksum, boolean transactional) {}
