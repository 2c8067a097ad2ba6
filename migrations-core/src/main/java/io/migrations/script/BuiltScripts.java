/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The scripts of one location as a build has them, from as many jars and folders as the classpath has. One of these may
 * have been made of the sources at hand, which then count instead of it.
 *
 * @param files by their decoded URLs
 */
record BuiltScripts(ScriptLocation location, Map<String, ScriptFile> files) {

    /** What is not from a jar or folder that has a file of the same name as the sources have. */
    Map<String, ScriptFile> without(Set<String> sources) {
        Set<String> made = new HashSet<>();
        for (String url : files.keySet()) {
            String root = rootOf(url);
            if (sources.contains(url.substring(root.length()))) {
                made.add(root);
            }
        }
        Map<String, ScriptFile> others = new LinkedHashMap<>();
        files.forEach((url, file) -> {
            if (!made.contains(rootOf(url))) {
                others.put(url, file);
            }
        });
        return others;
    }

    private String rootOf(String url) {
        String root = location.root() + "/";
        return url.substring(0, url.lastIndexOf(root) + root.length());
    }
}
