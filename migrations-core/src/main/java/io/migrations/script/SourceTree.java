/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.NewRevision;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions as their sources have them now, whether or not a build has them yet; from other jars, as the build has
 * them. What is still to be written counts: a new revision follows the one that was begun a minute ago. Immutable.
 */
public final class SourceTree {

    private final SourceFolders folders;
    private final @Nullable Path chosen;
    private final SourceScripts scripts;
    private final JavaSources javaSources;
    private final List<JavaRevision> classes;
    private final ScriptDirectory directory;

    private SourceTree(
            SourceFolders folders,
            @Nullable Path chosen,
            SourceScripts scripts,
            JavaSources javaSources,
            List<JavaRevision> classes) {
        this.folders = folders;
        this.chosen = chosen;
        this.scripts = scripts;
        this.javaSources = javaSources;
        this.classes = classes;
        this.directory =
                ScriptAssembly.assembleDrafts(scripts.files(), javaSources.others(classes), javaSources.revisions());
    }

    /**
     * Reads the sources.
     *
     * @param directory the folder for what is to be written, where it is not beside its parent
     * @throws SourceFolderException where they are not where they should be
     * @throws InvalidScriptsException with every fault of every file but that something is still to be written
     */
    public static SourceTree read(AuthoringSettings settings, @Nullable Path directory) {
        var folders = SourceFolders.of(settings, directory);
        if (folders.existing().isEmpty()) {
            throw SourceFolderException.missing(folders.all(), settings.workingDirectory());
        }
        return of(folders, settings, directory);
    }

    /** What there is of the sources, even if that is nothing yet. */
    static SourceTree of(SourceFolders folders, AuthoringSettings settings, @Nullable Path directory) {
        return new SourceTree(
                folders,
                directory == null ? null : folders.resolve(directory),
                SourceScripts.read(folders, settings.classLoader()),
                JavaSources.read(folders),
                settings.classes().find());
    }

    /** The revisions of the sources, joined with those of other jars. */
    public RevisionGraph graph() {
        return directory.graph();
    }

    Optional<ScriptedRevision> find(String id) {
        return directory.find(id);
    }

    /** The files a revision is written in: its own, then its rollback. None where it comes with another jar. */
    public List<Path> filesOf(String id) {
        List<Path> written = scriptsOf(id);
        return written.isEmpty() ? javaFileOf(id).stream().toList() : written;
    }

    private Optional<Path> javaFileOf(String id) {
        return directory
                .find(id)
                .flatMap(revision -> javaSources.find(revision.upgrade().file()));
    }

    private List<Path> scriptsOf(String id) {
        return directory.find(id).stream()
                .flatMap(revision -> Stream.concat(Stream.of(revision.upgrade()), revision.findDowngrade().stream()))
                .map(script -> scripts.paths().get(script.file()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A path as a person in the working directory would type it. */
    public String display(Path path) {
        return folders.display(path);
    }

    /** A location that has all these revisions without a build; none where they are in several places. */
    public Optional<String> asLocation() {
        List<Path> existing = folders.existing();
        boolean isAll = graph().ids().stream().noneMatch(id -> scriptsOf(id).isEmpty());
        return existing.size() == 1 && isAll ? Optional.of("file:" + display(existing.get(0))) : Optional.empty();
    }

    /** The revisions with one more file. */
    SourceTree with(Path path, String text) {
        String shown = display(path);
        return shown.endsWith(JavaFile.SUFFIX)
                ? new SourceTree(folders, chosen, scripts, javaSources.with(new JavaFile(path, shown, text)), classes)
                : new SourceTree(
                        folders, chosen, scripts.with(path, new ScriptFile(shown, text)), javaSources, classes);
    }

    /** The packages that revisions in Java are in, that of the parents of a new one first. */
    List<String> packagesBeside(NewRevision place) {
        List<Path> parents = place.parents().stream()
                .flatMap(parent -> javaFileOf(parent).stream())
                .toList();
        return Stream.concat(
                        javaSources.files().stream().filter(file -> parents.contains(file.path())),
                        javaSources.files().stream())
                .map(JavaFile::packageName)
                .distinct()
                .toList();
    }

    /** Where Java stands, for a new revision in that place. */
    Path javaRootFor(NewRevision place) {
        return JavaSources.rootBeside(folderFor(place)).orElseGet(() -> folders.resolve(JavaSources.USUAL));
    }

    /**
     * The folder for a new revision: as chosen, else beside its parent, or for a merge, which belongs to no branch, at
     * the top.
     */
    Path folderFor(NewRevision place) {
        if (chosen != null) {
            return chosen;
        }
        Optional<Path> beside = place.parents().stream()
                .flatMap(parent -> scriptsOf(parent).stream())
                .map(Path::getParent)
                .findFirst();
        if (beside.isPresent()) {
            return place.parents().size() == 1 ? beside.get() : rootOf(beside.get());
        }
        List<Path> existing = folders.existing();
        if (existing.size() > 1) {
            throw SourceFolderException.ambiguous(existing);
        }
        return existing.get(0);
    }

    /** Whether a file is there, or is about to be. */
    boolean isTaken(Path path) {
        return Files.exists(path)
                || javaSources.files().stream().anyMatch(file -> file.path().equals(path));
    }

    /** The folder of the sources that a path is in. */
    Path rootOf(Path path) {
        return folders.rootOf(path).orElse(path);
    }

    /** Where the heads are kept: in the first folder that has them, else in the first. */
    public Path headsFile() {
        List<Path> existing = folders.existing();
        return existing.stream()
                .map(folder -> folder.resolve(HeadsFile.NAME))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> existing.get(0).resolve(HeadsFile.NAME));
    }

    /** The heads, each with its file as its folder names it. */
    HeadsFile heads() {
        Map<String, String> heads = new HashMap<>();
        for (Revision head : graph().heads()) {
            String source = head.source();
            String file = scriptsOf(head.id()).stream()
                    .findFirst()
                    .map(path -> rootOf(path).relativize(path).toString().replace('\\', '/'))
                    .orElseGet(() -> source.substring(source.lastIndexOf('/') + 1));
            heads.put(head.id(), file);
        }
        return new HeadsFile(heads);
    }
}
