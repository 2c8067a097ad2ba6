/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.NewFiles.NewFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes new revisions into the folder of the sources: first everything is checked, then everything is written. */
public final class RevisionWriter {

    private static final DateTimeFormatter CREATE_DATE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String fileName;
    private final Clock clock;
    private final JavaPlace javaPlace;

    /** A writer whose files are called as the settings say. */
    public RevisionWriter(AuthoringSettings settings, Clock clock) {
        this(settings, clock, null);
    }

    /**
     * The same for revisions in Java as well.
     *
     * @param packageName the package for these, where it is not the usual one
     */
    public RevisionWriter(AuthoringSettings settings, Clock clock, @Nullable String packageName) {
        this.fileName = settings.fileName();
        this.clock = clock;
        this.javaPlace = new JavaPlace(settings.packages(), packageName);
    }

    /**
     * Writes a revision, and the heads as they are with it.
     *
     * @throws RevisionNotWrittenException where it does not fit the graph, or its file is there already
     * @throws InvalidTemplateException where the template does not make a revision of it
     * @throws SourceFolderException where there is no telling in which folder
     */
    public WrittenRevision write(SourceTree tree, Draft draft) {
        return write(tree, List.of(draft)).get(0);
    }

    /**
     * Writes several revisions, each after those it revises, and the heads as they are with all of them: all or none.
     *
     * @throws RevisionNotWrittenException where one does not fit the graph, or its file is there already
     * @throws InvalidTemplateException where the template does not make a revision of one
     * @throws SourceFolderException where there is no telling in which folder
     */
    public List<WrittenRevision> write(SourceTree tree, List<Draft> drafts) {
        List<NewFile> files = new ArrayList<>();
        SourceTree grown = tree;
        // A second apart, so that they sort as they follow each other.
        Instant created = clock.instant();
        for (Draft draft : drafts) {
            requireFits(grown, draft);
            NewFile file = file(grown, draft, created);
            requireFree(grown, files, file);
            grown = Rereading.of(template(grown, grown.rootOf(file.path())).source(), grown, draft, file);
            files.add(file);
            created = created.plusSeconds(1);
        }
        HeadsFile heads = grown.heads();
        NewFiles.publish(files, tree.headsFile(), heads.text());
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> new WrittenRevision(
                        drafts.get(i).id(),
                        files.get(i).path(),
                        drafts.get(i).place().parents(),
                        List.copyOf(heads.ids()),
                        tree.headsFile()))
                .toList();
    }

    private NewFile file(SourceTree tree, Draft draft, Instant created) {
        if (draft.body().isJava()) {
            return javaPlace.file(tree, draft, created);
        }
        Path folder = tree.folderFor(draft.place());
        Path path = folder.resolve(FileName.of(fileName, draft.id(), draft.description(), created));
        RevisionTemplate template = template(tree, tree.rootOf(folder));
        return new NewFile(draft.id(), path, text(template, draft, created));
    }

    private static String text(RevisionTemplate template, Draft draft, Instant created) {
        Map<String, String> values = values(draft, created);
        if (draft.body() instanceof SqlBody body) {
            String downgrade = body.downgrade();
            return template.render(
                    values,
                    BodyText.of(draft.id(), body.upgrade()),
                    downgrade == null ? null : BodyText.of(draft.id(), downgrade),
                    body.isTransactional());
        }
        return template.render(values);
    }

    private static void requireFree(SourceTree tree, List<NewFile> files, NewFile file) {
        if (Files.exists(file.path())
                || files.stream().anyMatch(other -> other.path().equals(file.path()))) {
            throw RevisionNotWrittenException.because(
                    file.revision(),
                    "'%s' is there already; another description gives another name."
                            .formatted(tree.display(file.path())));
        }
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
}
