/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.RevisionStatus;
import io.migrations.revision.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A revision for programs. The keys are those of the actuator endpoint, and what a revision is to the graph besides;
 * what is not known is left out.
 */
final class RevisionJson {

    private final View view;

    RevisionJson(View view) {
        this.view = view;
    }

    List<Map<String, Object>> of(List<Revision> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    Map<String, Object> of(Revision revision) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", revision.id());
        tree.put("parents", revision.parents());
        tree.put("dependencies", revision.dependencies());
        tree.put("labels", List.copyOf(view.graph().labels(revision)));
        tree.put("description", revision.description());
        tree.put("script", revision.source());
        tree.put("head", view.isHead(revision));
        tree.put("effectiveHead", view.isEffectiveHead(revision));
        tree.put("branchPoint", view.isBranchPoint(revision));
        tree.put("mergePoint", revision.isMerge());
        view.script(revision).ifPresent(script -> {
            put(tree, "createDate", script.createDate());
            tree.put("reversible", script.isReversible());
            tree.put("transactional", script.upgrade().transactional());
            tree.put("checksum", script.upgrade().checksum());
        });
        view.status(revision).ifPresent(status -> addState(tree, status));
        return tree;
    }

    private void addState(Map<String, Object> tree, RevisionStatus status) {
        tree.put("reversible", status.reversible());
        tree.put("transactional", status.transactional());
        tree.put("checksum", status.checksum());
        tree.put("current", view.isCurrent(status.revision()));
        tree.put("state", status.state().name().toLowerCase(Locale.ROOT));
        put(tree, "appliedAt", status.appliedAt());
        put(tree, "appliedBy", status.appliedBy());
        put(tree, "duration", status.duration());
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value.toString());
        }
    }
}
