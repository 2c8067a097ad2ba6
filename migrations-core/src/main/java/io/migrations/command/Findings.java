/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Remedy;
import io.migrations.engine.RepeatableStatus;
import io.migrations.engine.RevisionState;
import io.migrations.engine.RevisionStatus;
import io.migrations.revision.Planner;
import io.migrations.revision.Revision;
import io.migrations.revision.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a build, and with a database that it is to work on. */
final class Findings {

    private static final int MOST_NAMED = 10;

    private final View view;
    private final List<String> targets;

    /**
     * Looks at a view.
     *
     * @param targets where an upgrade goes unless told otherwise
     */
    Findings(View view, List<String> targets) {
        this.view = view;
        this.targets = targets;
    }

    /** The worst first. */
    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> heads = severalHeads();
        heads.ifPresent(findings::add);
        if (view.hasDatabase()) {
            view.status().revisions().stream().flatMap(this::ofRevision).forEach(findings::add);
            view.status().repeatables().stream().flatMap(Findings::ofRepeatable).forEach(findings::add);
            pending(heads.isPresent()).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> severalHeads() {
        List<Revision> heads = view.build().heads();
        if (heads.size() < 2 || !targets.contains("head")) {
            return Optional.empty();
        }
        String named = heads.stream()
                .map(head -> "'%s' (%s)".formatted(head.id(), head.source()))
                .collect(Collectors.joining(", "));
        List<String> ids = ids(heads);
        return Optional.of(new Finding(
                "heads",
                "The revisions have %d heads, and the target 'head' means one: %s.".formatted(heads.size(), named),
                "Join them with 'migrations merge %s', or set 'migrations.target' to 'heads'."
                        .formatted(String.join(" ", ids)),
                ids));
    }

    private Stream<Finding> ofRevision(RevisionStatus status) {
        String id = status.revision().id();
        return switch (status.state()) {
            case MODIFIED ->
                Stream.of(finding(
                        "modified",
                        "Revision '%s' is applied, and its script '%s' says something else now."
                                .formatted(id, status.revision().source()),
                        "Put the script back, or look at the difference and accept it with 'migrations repair %s'."
                                .formatted(id),
                        id));
            case UNKNOWN ->
                Stream.of(finding(
                        "unknown",
                        "Revision '%s' is applied, and this build does not have it.".formatted(id),
                        "Use the build that has it, or undo it with 'migrations downgrade'.",
                        id));
            case INTERRUPTED ->
                Stream.of(finding(
                        "interrupted",
                        "The last attempt at revision '%s' was interrupted.".formatted(id),
                        remedy(status.remedy(), id, "its script"),
                        id));
            case FAILED ->
                Stream.of(finding(
                        "failed",
                        "The last attempt at revision '%s' failed.".formatted(id),
                        remedy(status.remedy(), id, "its script"),
                        id));
            case APPLIED, PENDING, RUNNING -> Stream.empty();
        };
    }

    private static Stream<Finding> ofRepeatable(RepeatableStatus status) {
        String name = status.name();
        return switch (status.state()) {
            case FAILED ->
                Stream.of(finding(
                        "failed",
                        "The last attempt at repeatable script '%s' failed.".formatted(name),
                        remedy(status.remedy(), name, "the script"),
                        name));
            case PENDING ->
                Stream.of(finding(
                        "pending",
                        "Repeatable script '%s' has changed.".formatted(name),
                        "Run it with 'migrations upgrade'.",
                        name));
            case APPLIED, UNKNOWN -> Stream.empty();
        };
    }

    /** What an upgrade would do; where it is not clear how far that goes, all that is not applied. */
    private Optional<Finding> pending(boolean ambiguous) {
        Set<String> known = new HashSet<>(view.applied());
        known.retainAll(view.build().ids());
        List<String> pending = ambiguous
                ? ids(view.build().revisions().stream().filter(view::isPending).toList())
                : new Planner(view.build(), known)
                        .upgrade(targets.stream().map(Target::parse).toList()).steps().stream()
                                .map(step -> step.revision().id())
                                .toList();
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        String named = pending.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"));
        int more = pending.size() - MOST_NAMED;
        return Optional.of(new Finding(
                "pending",
                "%s pending: %s%s."
                        .formatted(
                                pending.size() == 1 ? "1 revision is" : pending.size() + " revisions are",
                                named,
                                more > 0 ? " and %d more".formatted(more) : ""),
                isRefused()
                        ? "'migrations upgrade' is refused while revisions are applied that this build does not have:"
                                + " use a build with both, or undo those first with 'migrations downgrade <target>'."
                        : "Apply with 'migrations upgrade%s'."
                                .formatted(targets.equals(List.of("head")) ? "" : " " + String.join(" ", targets)),
                pending));
    }

    /** Which order would be right cannot be told then. */
    private boolean isRefused() {
        return view.status().revisions().stream().anyMatch(status -> status.state() == RevisionState.UNKNOWN);
    }

    private static String remedy(@Nullable Remedy remedy, String id, String script) {
        return switch (remedy == null ? Remedy.CORRECT : remedy) {
            case TRY_AGAIN ->
                "The script is not at fault: see why with 'migrations log', and try again with 'migrations upgrade'.";
            case GIVE_TIME ->
                "See why with 'migrations log', and try again with 'migrations upgrade', or raise"
                        + " 'migrations.statement-timeout' first.";
            case CORRECT ->
                "See why with 'migrations log', mend %s, and try again with 'migrations upgrade'.".formatted(script);
            case GO_ON -> "'migrations upgrade' goes on from there, or says what has to be decided.";
            case DECIDE ->
                ("It stopped in a statement of which nothing can tell how far it came. Look into the database, and say"
                                + " what it counts as: 'migrations repair %1$s --as applied' or 'migrations repair %1$s"
                                + " --as pending'.")
                        .formatted(id);
        };
    }

    private static Finding finding(String kind, String message, String remedy, String id) {
        return new Finding(kind, message, remedy, List.of(id));
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
