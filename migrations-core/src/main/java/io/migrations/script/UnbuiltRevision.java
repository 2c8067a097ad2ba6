/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.revision.GraphFault;
import io.migrations.revision.Revision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision in Java as its source says it, whether or not it is built: its place in the graph, and not what it does. */
final class UnbuiltRevision implements RevisionSource {

    private final String path;
    private final String type;
    private final String id;
    private final JavaAnnotation header;

    private UnbuiltRevision(String path, String type, String id, JavaAnnotation header) {
        this.path = path;
        this.type = type;
        this.id = id;
        this.header = header;
    }

    /** The revision; none where its header is not all constants, so that only the compiler knows it. */
    static Optional<UnbuiltRevision> of(JavaFile file) {
        return file.header()
                .filter(JavaAnnotation::isPlain)
                .flatMap(header ->
                        header.text("id").map(id -> new UnbuiltRevision(file.shown(), file.simpleName(), id, header)));
    }

    String id() {
        return id;
    }

    @Override
    public String order() {
        return id + "_" + type;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public boolean followsPrevious() {
        return header.texts("revises").isEmpty();
    }

    @Override
    public ScriptedRevision revision(@Nullable String previous) {
        var revision = new Revision(
                id,
                header.texts("revises")
                        .orElseGet(() -> Optional.ofNullable(previous).stream().toList()),
                header.texts("dependsOn").orElse(List.of()),
                new LinkedHashSet<>(header.texts("branchLabels").orElse(List.of())),
                header.text("description").filter(text -> !text.isEmpty()).orElseGet(() -> JavaSource.inWords(type)),
                path);
        return new ScriptedRevision(revision, new Script(path, "", List.of(), true), null, null, null);
    }

    @Override
    public int lineOf(GraphFault fault) {
        return 1;
    }
}
