/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must hold for several files of any names and contents: revisions, their other halves, hooks, repeatable scripts.
 * In the input, {@code === } and a name begin a file. Called by a fuzzer, see CONTRIBUTING.md, and by {@code
 * FuzzCorpusTests} with what it has found.
 */
public final class ScriptFilesFuzzTarget {

    private static final ScriptLocation LOCATION = ScriptLocation.parse("db/migrations");
    private static final String BEGIN = "=== ";

    private ScriptFilesFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Map<String, ScriptFile> files = files(new String(input, StandardCharsets.UTF_8));
        List<String> paths = files.values().stream().map(ScriptFile::path).toList();
        var hookFiles = new HookFiles();
        List<ScriptFault> misnamed = new ArrayList<>();
        hookFiles.find(LOCATION, files);
        Map<String, ScriptFile> hooks = hookFiles.takeFrom(files, misnamed);
        ScriptDirectory scripts;
        try {
            scripts = ScriptAssembly.assemble(
                    ScriptLoader.withDistinctPaths(files),
                    List.of(),
                    ScriptLoader.withDistinctPaths(hooks),
                    misnamed,
                    Placeholders.none());
        } catch (InvalidScriptsException exception) {
            ScriptFuzzTarget.check(exception.faults(), paths);
            return;
        }
        ScriptFuzzTarget.check(scripts);
    }

    private static Map<String, ScriptFile> files(String text) {
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        for (String part : ("\n" + text).split("\n" + BEGIN, -1)) {
            int lineEnd = part.indexOf('\n');
            String name = lineEnd < 0 ? part : part.substring(0, lineEnd);
            if (ScriptReader.isScript(name) && name.indexOf('\0') < 0) {
                String path = LOCATION.root() + "/" + name;
                String url = "file:/app/" + path;
                String content = lineEnd < 0 ? "" : part.substring(lineEnd + 1);
                files.put(url, new ScriptFile(path, content, RepeatableFiles.nameOf(LOCATION.relative(url))));
            }
        }
        return files;
    }
}
