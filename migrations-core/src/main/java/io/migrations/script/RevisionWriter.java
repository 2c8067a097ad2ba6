/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes new revisions into the folder of the sources: first everything is checked, then everything is written. */
public final class RevisionWriter {

    private static final DateTimeFormatter CREATE_DATE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String fileName;
    private final Clock clock;

    /** A writer whose files are called as the settings say. */
    public RevisionWriter(AuthoringSettings settings, Clock clock) {
        this.fileName = settings.fileName();
        this.clock = clock;
    }

    /**
     * Writes a revision, and the heads as they are with it.
     *
     * @throws RevisionNotWrittenException where it does not fit the graph, or its file is there already
     * @throws InvalidTemplateException where the template does not make a revision of it
     * @throws SourceFolderException where there is no telling in which folder
     */
    public WrittenRevision write(SourceTree tree, Draft draft) {
        requireFits(tree, draft);
        Path folder = tree.folderFor(draft.place());
        Instant now = clock.instant();
        Path file = folder.resolve(FileName.of(fileName, draft.id(), draft.description(), now));
        if (Files.exists(file)) {
            throw RevisionNotWrittenException.because(
                    draft.id(),
                    "'%s' is there already; another description gives another name.".formatted(tree.display(file)));
        }
        RevisionTemplate template = template(tree, tree.rootOf(folder));
        String text = template.render(values(draft, now), draft.isComplete());
        SourceTree written = with(tree, file, text, template);
        requireSame(template, draft, written.graph().find(draft.id()).orElse(null));
        HeadsFile heads = written.heads();
        NewFiles.publish(draft.id(), file, text, tree.headsFile(), heads.text());
        return new WrittenRevision(
                draft.id(), file, draft.place().parents(), List.copyOf(heads.ids()), tree.headsFile());
    }

    private static void requireFits(SourceTree tree, Draft draft) {
        List<Revision> revisions = new ArrayList<>(tree.graph().revisions());
        revisions.add(draft.revision("the new revision"));
        List<GraphFault> faults = RevisionGraph.faults(revisions);
        if (!faults.isEmpty()) {
            throw RevisionNotWrittenException.because(
                    draft.id(),
                    String.join(" ", faults.stream().map(GraphFault::message).toList()));
        }
    }

    private static Map<String, String> values(Draft draft, Instant now) {
        NewRevision place = draft.place();
        return Map.of(
                "revision", draft.id(),
                "message", draft.description(),
                "revises", String.join(", ", place.parents()),
                "dependsOn", String.join(", ", place.dependencies()),
                "branchLabels", String.join(", ", place.labels()),
                "createDate", CREATE_DATE.format(now));
    }

    private static RevisionTemplate template(SourceTree tree, Path root) {
        Path own = root.resolve(RevisionTemplate.FILE);
        if (!Files.exists(own)) {
            return RevisionTemplate.builtIn();
        }
        try {
            return new RevisionTemplate(tree.display(own), Files.readString(own));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static SourceTree with(SourceTree tree, Path file, String text, RevisionTemplate template) {
        try {
            return tree.with(file, text);
        } catch (InvalidScriptsException exception) {
            // Without the file there was no fault.
            throw InvalidTemplateException.faulty(template.source(), exception.faults());
        }
    }

    /** What the loader reads is what counts: a team's own template may have lost a line of the header. */
    private static void requireSame(RevisionTemplate template, Draft draft, @Nullable Revision read) {
        NewRevision place = draft.place();
        require(template, HeaderKey.REVISION_ID, List.of(draft.id()), read == null ? List.of() : List.of(read.id()));
        if (read != null) {
            require(template, HeaderKey.REVISES, place.parents(), read.parents());
            require(template, HeaderKey.DEPENDS_ON, place.dependencies(), read.dependencies());
            require(template, HeaderKey.BRANCH_LABELS, place.labels(), read.labels());
        }
    }

    private static void require(
            RevisionTemplate template, HeaderKey key, Collection<String> expected, Collection<String> found) {
        if (!Set.copyOf(expected).equals(Set.copyOf(found))) {
            throw InvalidTemplateException.misplaces(
                    template.source(), key.toString(), String.join(", ", expected), String.join(", ", found));
        }
    }
}
