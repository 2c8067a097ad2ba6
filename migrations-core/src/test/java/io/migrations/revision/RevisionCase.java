/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A graph, the heads that a database records, a command, and what Alembic does.
 *
 * @param operation the command
 * @param recorded the heads recorded in the database
 * @param target what the command is given: a text, several, or nothing
 * @param arguments further options
 * @param expected the outcome, or the kind of the error
 */
record RevisionCase(
        String name,
        String operation,
        List<Revision> revisions,
        List<String> recorded,
        JsonNode target,
        JsonNode arguments,
        JsonNode expected) {

    private static final String RESOURCE = "/revision/revision_cases.json";

    /** The cases kept with the tests, or those of the file that the build was told to use. */
    static Stream<RevisionCase> all() {
        String file = System.getProperty("migrations.test.revision-cases", "");
        try (InputStream cases = file.isBlank()
                ? Objects.requireNonNull(RevisionCase.class.getResourceAsStream(RESOURCE))
                : Files.newInputStream(
                        Path.of(System.getProperty("migrations.test.root", "")).resolve(file))) {
            return JsonMapper.shared().readTree(cases).valueStream().map(RevisionCase::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RevisionCase of(JsonNode json) {
        return new RevisionCase(
                json.path("name").asString(),
                json.path("op").asString(),
                json.path("graph").valueStream().map(RevisionCase::revision).toList(),
                texts(json.path("from")),
                json.path("target"),
                json.path("args"),
                json.path("expect"));
    }

    private static Revision revision(JsonNode json) {
        String id = json.path("id").asString();
        return new Revision(
                id,
                texts(json.path("down")),
                texts(json.path("depends")),
                texts(json.path("labels")),
                "does " + id,
                id + ".sql");
    }

    /** A text, a list of texts or nothing, as a list. */
    static List<String> texts(JsonNode json) {
        if (json.isArray()) {
            return json.valueStream().map(JsonNode::asString).toList();
        }
        return json.isMissingNode() || json.isNull() ? List.of() : List.of(json.asString());
    }

    RevisionGraph graph() {
        return RevisionGraph.of(revisions);
    }

    Planner planner() {
        return Planner.atHeads(graph(), recorded);
    }

    List<Target> targets() {
        return Target.parseAll(texts(target));
    }

    @Override
    public String toString() {
        return name;
    }
}
