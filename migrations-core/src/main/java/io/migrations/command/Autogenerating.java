/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.authoring.JavaLayout;
import io.migrations.authoring.SqlLayout;
import io.migrations.comparison.Autogeneration;
import io.migrations.comparison.GeneratedRevision;
import io.migrations.comparison.Proposal;
import io.migrations.comparison.SchemaModel;
import io.migrations.revision.NewRevision;
import io.migrations.script.Body;
import io.migrations.script.Draft;
import io.migrations.script.SourceTree;
import io.migrations.script.SqlBody;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What {@code revision --autogenerate} and {@code drift --adopt} have in common: options, and from a proposal to drafts. */
final class Autogenerating {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            converter = RenameText.class,
            description = "Something that is called otherwise now: 'orders.qty=quantity', 'orders=purchases'. May be"
                    + " given several times. On a terminal, what looks renamed is asked about.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--online",
            description = "Write steps that let others write meanwhile, in revisions of their own: indexes built"
                    + " concurrently, constraints that are looked at later.")
    private boolean online;

    boolean isUsed() {
        return online || !renames.isEmpty();
    }

    Autogeneration of(Application application, Terminal terminal, boolean asks) {
        return Autogeneration.of(application.migrator(), application.scratch())
                .about(application.filter())
                .renaming(new AskedRenames(terminal, renames, asks))
                .online(online);
    }

    static SchemaModel model(Application application) {
        return application.model().orElseThrow(NoModelException::new);
    }

    /** Where the sources are ahead of the build, a revision would be derived that they have already. */
    static void requireBuilt(Application application, SourceTree tree) {
        var build = application.migrator().orWithoutScripts().scripts().graph();
        List<String> unbuilt =
                tree.graph().ids().stream().filter(id -> !build.contains(id)).toList();
        if (!unbuilt.isEmpty()) {
            throw new StaleBuildException(unbuilt, tree.asLocation());
        }
    }

    /** The revisions of a proposal, each after the one before. */
    static List<Draft> drafts(Proposal proposal, String id, String message, NewRevision place, boolean java) {
        List<Draft> drafts = new ArrayList<>();
        NewRevision next = place;
        int size = proposal.revisions().size();
        for (int i = 0; i < size; i++) {
            GeneratedRevision revision = proposal.revisions().get(i);
            boolean isMain = i == size - 1 || revision.about().isEmpty();
            boolean isTaken = drafts.stream().anyMatch(draft -> draft.id().equals(id));
            String own = isMain && !isTaken ? id : Draft.randomId(new SecureRandom());
            String description = revision.about().isEmpty() ? message : "%s, %s".formatted(message, revision.about());
            drafts.add(new Draft(own, description, next, body(revision, java)));
            next = new NewRevision(List.of(own), List.of(), List.of());
        }
        return drafts;
    }

    private static Body body(GeneratedRevision revision, boolean java) {
        // A revision in Java runs in a transaction, whatever it says.
        return java && revision.isTransactional()
                ? JavaLayout.of(revision.upgrade(), revision.downgrade(), true)
                : new SqlBody(
                        SqlLayout.of(revision.upgrade()),
                        SqlLayout.of(revision.downgrade()),
                        revision.isTransactional());
    }

    /** What to say besides: tables that stay, and what may have been renamed. */
    static List<String> notes(Proposal proposal) {
        List<String> notes = new ArrayList<>();
        if (!proposal.leftAlone().isEmpty()) {
            notes.add("Note: the model does not know %s, left alone: %s. '--drop-unknown' drops them."
                    .formatted(
                            Words.count(proposal.leftAlone().size(), "table"),
                            String.join(", ", proposal.leftAlone())));
        }
        proposal.offered()
                .forEach(rename -> notes.add("Note: was the %s? '--rename' keeps what it holds.".formatted(rename)));
        return notes;
    }

    /** The report where nothing differs, and no file is written. */
    static Report nothing(String what, Proposal proposal) {
        return Report.of(
                () -> "Nothing to write: the migrations produce %s.".formatted(what),
                () -> Map.of("revisions", List.of(), "leftAlone", proposal.leftAlone()));
    }
}
