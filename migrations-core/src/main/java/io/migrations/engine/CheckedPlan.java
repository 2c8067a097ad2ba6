/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Plan;
import java.util.List;

/** A plan that nothing speaks against, and what was applied when it was made. */
record CheckedPlan(Plan plan, List<AppliedRevision> applied) {}
