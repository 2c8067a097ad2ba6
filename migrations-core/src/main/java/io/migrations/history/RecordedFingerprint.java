/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.time.Instant;

/**
 * What the schema was when a run had ended, as the journal has it.
 *
 * @param value the fingerprint
 * @param takenAt when it was taken
 * @param outdated whether something ran since that took none: an older build, a script for psql, a run that failed
 */
public record RecordedFingerprint(String value, Instant takenAt, boolean outdated) {}
