/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Placeholders;
import io.migrations.sql.SqlScript;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads every script of some locations into a {@link ScriptDirectory}: from folders, from jars, and from jars inside
 * the jar of a Spring Boot application. Immutable, so safe for use by several threads.
 */
public final class ScriptLoader {

    private final List<ScriptLocation> locations;
    private final ScriptReader reader;
    private final Placeholders placeholders;
    private final JavaRevisions classes;

    /**
     * A loader for some locations.
     *
     * @param locations {@code classpath:db/migrations}, {@code file:/srv/migrations} or a bare classpath folder
     * @param classLoader whose classpath is searched
     */
    public ScriptLoader(List<String> locations, ClassLoader classLoader, Placeholders placeholders) {
        this(locations, classLoader, placeholders, JavaRevisions.none());
    }

    /**
     * A loader for some locations, and for revisions in Java.
     *
     * @param locations {@code classpath:db/migrations}, {@code file:/srv/migrations} or a bare classpath folder
     * @param classLoader whose classpath is searched
     */
    public ScriptLoader(
            List<String> locations, ClassLoader classLoader, Placeholders placeholders, JavaRevisions classes) {
        this.locations = locations.stream().map(ScriptLocation::parse).toList();
        this.reader = new ScriptReader(classLoader);
        this.placeholders = placeholders;
        this.classes = classes;
    }

    /**
     * Reads and checks the revisions.
     *
     * @throws InvalidScriptsException with every fault of every file
     * @throws NoScriptsFoundException where a location has no script, unless all revisions are in Java
     * @throws UncheckedIOException where a file cannot be read
     */
    public ScriptDirectory load() {
        // By URL: a file that two locations reach is one file.
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        List<ScriptFault> faults = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        var hookFiles = new HookFiles();
        List<ScriptFault> misnamed = new ArrayList<>();
        for (ScriptLocation location : locations) {
            Map<String, ScriptFile> found = reader.read(location, faults);
            if (found.isEmpty()) {
                empty.add(location.text());
            }
            hookFiles.find(location, found);
            found.forEach(files::putIfAbsent);
        }
        Map<String, ScriptFile> hooks = hookFiles.takeFrom(files, misnamed);
        if (!faults.isEmpty()) {
            throw new InvalidScriptsException(List.copyOf(new LinkedHashSet<>(faults)));
        }
        List<JavaRevision> revisions = classes.find();
        boolean noFiles = files.isEmpty() && misnamed.isEmpty();
        boolean allInJava = noFiles && !revisions.isEmpty();
        if (!allInJava && (!empty.isEmpty() || noFiles)) {
            throw new NoScriptsFoundException(empty.isEmpty() ? texts() : empty);
        }
        return ScriptAssembly.assemble(
                withDistinctPaths(files), revisions, withDistinctPaths(hooks), misnamed, placeholders);
    }

    /**
     * Reads a text that is all one direction of a revision and is in no file.
     *
     * @param name what messages call it
     * @param transactional whether it runs in one transaction
     * @throws InvalidScriptsException where it cannot be run as it is
     */
    public Script parse(String name, String text, boolean transactional) {
        SqlScript script = SqlScript.parse(text, comment -> false, placeholders);
        if (!script.faults().isEmpty()) {
            throw new InvalidScriptsException(script.faults().stream()
                    .map(fault -> ScriptFault.of(name, fault))
                    .toList());
        }
        return new Script(name, text, script.statements(), transactional);
    }

    private List<String> texts() {
        return locations.stream().map(ScriptLocation::text).toList();
    }

    /** Two jars may each have a file of one name; then the jar tells them apart, and pairs keep together. */
    static List<ScriptFile> withDistinctPaths(Map<String, ScriptFile> files) {
        Map<String, Integer> uses = new HashMap<>();
        files.values().forEach(file -> uses.merge(file.path(), 1, Integer::sum));
        List<ScriptFile> result = new ArrayList<>();
        files.forEach((url, file) -> {
            String upgrade = file.isRollback() ? file.upgradePath() : file.path();
            boolean ambiguous = uses.getOrDefault(file.path(), 0) > 1 || uses.getOrDefault(upgrade, 0) > 1;
            result.add(ambiguous ? new ScriptFile(url, file.text(), file.repeatable()) : file);
        });
        return result;
    }
}
