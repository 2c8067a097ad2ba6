/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.sample.DocumentationPage.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** README.md and the pages in docs: what they quote, link and name is there. */
class DocumentationTests {

    private static final Path ROOT =
            Path.of(System.getProperty("migrations.test.root", "..")).toAbsolutePath();

    /** It is written from the commands themselves, so all of it has a source. */
    private static final String GENERATED = "commands.md";

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("sample-app/src/test/resources/docs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesAreTrue(Path page) throws IOException {
        assertThat(faults(DocumentationPage.read(page))).isEmpty();
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        List<String> links = DocumentationPage.read(ROOT.resolve("README.md")).links().stream()
                .map(Piece::text)
                .toList();

        assertThat(links)
                .containsAll(pages().stream()
                        .skip(1)
                        .map(page -> "docs/" + page.getFileName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void manifestsAreYamlWithPropertiesThatExist(Path manifest) throws IOException {
        var code = new DocumentationPage(
                manifest,
                Files.readAllLines(manifest).stream().map("    "::concat).toList());

        assertThat(new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(manifest)))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document).isInstanceOf(Map.class));
        assertThat(misnamed(code)).isEmpty();
    }

    @Test
    void whatIsWrongIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.md"), """
                # A page

                <!-- from: sample-app/src/main/resources/db/migrations/003_index_positions_by_symbol.sql -->
                    CREATE INDEX idx_positions_symbol ON positions (account);

                <!-- from: nowhere.sql -->
                ```sql
                SELECT 1;
                ```

                <!-- from: README.md -->
                Nothing is quoted here; see [itself](wrong.md#a-page), [no page](right.md) and [no heading](#a-pag).

                Set `migrations.lock.mood` or `migrations.instances.shop.lock.mood`, not `migrations.lock.*`:

                    migrations:
                      startup:
                        mode: wait
                        moood: wait
                    export MIGRATIONS_STARTUP_MOOD=wait

                Then `migrations upgrate head`, `migrations upgrade --sequel`, `migrations upgrade --sql`.

                [other]: ../other.md

                ```sql
                SELECT 2;
                ```

                    java -jar app.jar \\
                        migrations plan
                    curl http://localhost:8080

                Typed alone it may stand, with what it prints it may not.

                    java -jar app.jar migrations heads
                    008 (head)

                <!-- not ours: Python -->
                    revision = "004"
                """);

        assertThat(faults(DocumentationPage.read(file)))
                .containsExactly(
                        "wrong.md:3: not in 'sample-app/src/main/resources/db/migrations/003_index_positions_by_symbol.sql'",
                        "wrong.md:6: not in 'nowhere.sql'",
                        "wrong.md:11: not in 'README.md'",
                        "wrong.md:16: no source",
                        "wrong.md:27: no source",
                        "wrong.md:36: no source",
                        "wrong.md:12: leads nowhere: 'right.md'",
                        "wrong.md:12: leads nowhere: '#a-pag'",
                        "wrong.md:24: leads nowhere: '../other.md'",
                        "wrong.md:14: no property: 'migrations.lock.mood'",
                        "wrong.md:14: no property: 'migrations.instances.shop.lock.mood'",
                        "wrong.md:20: no property: 'MIGRATIONS_STARTUP_MOOD'",
                        "wrong.md:19: no property: 'migrations.startup.moood'",
                        "wrong.md:22: no command: 'upgrate'",
                        "wrong.md:22: 'upgrade' has no '--sequel'");
    }

    private static List<String> faults(DocumentationPage page) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Piece source : page.sources()) {
            Path file = ROOT.resolve(source.text());
            if (!Files.exists(file)
                    || !DocumentationPage.occurs(page.blockBelow(source.line()), Files.readAllLines(file))) {
                faults.add(fault(page, source, "not in '%s'"));
            }
        }
        if (!page.file().getFileName().toString().equals(GENERATED)) {
            page.withoutSource().forEach(piece -> faults.add(fault(page, piece, "no source")));
        }
        for (Piece link : page.links()) {
            if (!link.text().matches("[a-z]+:.*") && !leads(page, link.text())) {
                faults.add(fault(page, link, "leads nowhere: '%s'"));
            }
        }
        faults.addAll(misnamed(page));
        return faults;
    }

    private static List<String> misnamed(DocumentationPage page) throws IOException {
        List<String> faults = new ArrayList<>();
        DocumentationNames.fromClasspath()
                .unknown(page.file().getFileName().toString(), page.code())
                .forEach(piece -> faults.add(fault(page, piece, "no property: '%s'")));
        var commands = DocumentationCommands.read(ROOT.resolve("docs/commands.md"));
        for (Piece piece : page.code()) {
            commands.misused(piece.text()).forEach(what -> faults.add(fault(page, piece, what)));
        }
        return faults;
    }

    private static String fault(DocumentationPage page, Piece piece, String what) {
        return "%s:%d: %s".formatted(page.file().getFileName(), piece.line(), what.formatted(piece.text()));
    }

    private static boolean leads(DocumentationPage page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1
                        || DocumentationPage.read(target).anchors().contains(parts[1]));
    }
}
