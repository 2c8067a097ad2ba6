/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistorySchema;
import io.migrations.history.RepeatableRow;
import io.migrations.history.SavedStatement;
import io.migrations.revision.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a step itself drops of what repeatable scripts made, be it by CASCADE: recorded in the same transaction as to be
 * made anew, with the privileges it had. A database without such objects is asked once in a run.
 */
final class TakenAway {

    private static final Logger logger = LoggerFactory.getLogger(TakenAway.class);

    private final LockedHistory history;
    private @Nullable Boolean recorded;
    private Set<String> there = Set.of();
    private List<SavedStatement> saved = List.of();

    TakenAway(LockedHistory history) {
        this.history = history;
    }

    /** In a transaction, before the step's statements. */
    void before() {
        there = Set.of();
        saved = List.of();
        if (recorded == null) {
            recorded = HistorySchema.hasRepeatables(history.jdbc(), history.tables()) && !rows().isEmpty();
        }
        if (!recorded) {
            return;
        }
        var catalog = new Catalog(history.jdbc());
        var objects = catalog.find(
                rows().stream().flatMap(row -> row.objects().stream()).toList());
        there = objects.keySet();
        saved = catalog.qualifying(() -> ObjectState.of(history.jdbc(), objects.values()));
    }

    /** In the transaction that records the step. */
    void after(Step step) {
        if (there.isEmpty()) {
            return;
        }
        Set<String> gone = new LinkedHashSet<>(there);
        gone.removeAll(new Catalog(history.jdbc()).find(there).keySet());
        if (gone.isEmpty()) {
            return;
        }
        logger.info(
                "Revision '{}' dropped what repeatable scripts made: {}. It comes back when they run next",
                step.revision().id(),
                gone);
        for (RepeatableRow row : rows()) {
            Set<String> own = new LinkedHashSet<>(row.objects());
            own.retainAll(gone);
            if (!own.isEmpty()) {
                history.repeatables().update(history.jdbc(), row.gaveWay(withThoseOf(row, own)));
            }
        }
    }

    private List<SavedStatement> withThoseOf(RepeatableRow row, Set<String> own) {
        List<SavedStatement> all = new ArrayList<>(row.saved().stream()
                .filter(statement -> !own.contains(statement.object()))
                .toList());
        saved.stream().filter(statement -> own.contains(statement.object())).forEach(all::add);
        return all;
    }

    private List<RepeatableRow> rows() {
        return history.repeatables().rows(history.jdbc());
    }
}
