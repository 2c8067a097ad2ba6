/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the hooks out of the files of some locations: a hook must not be read as a revision, nor the other way round. */
final class HookFiles {

    /** In the order of the locations: a file that two of them reach is a hook if it is one for either. */
    private final Set<String> hooks = new LinkedHashSet<>();

    private final Set<String> inFolder = new LinkedHashSet<>();

    /** Looks at the files of a location, by their URLs. */
    void find(ScriptLocation location, Map<String, ScriptFile> files) {
        files.keySet().stream()
                .sorted(Comparator.comparing(url -> url, NaturalOrder.INSTANCE))
                .forEach(url -> find(url, location.relative(url)));
    }

    /**
     * Looks at one file.
     *
     * @param path the file, from its location on
     */
    void find(String url, String path) {
        if (HookName.pointOf(path).isPresent()) {
            hooks.add(url);
        }
        if (HookName.isInFolder(path)) {
            inFolder.add(url);
        }
    }

    /** Removes hooks from the files, and returns them by their URLs; what only looks like one is a fault. */
    Map<String, ScriptFile> takeFrom(Map<String, ScriptFile> files, List<ScriptFault> faults) {
        Map<String, ScriptFile> taken = new LinkedHashMap<>();
        for (String url : hooks) {
            ScriptFile file = files.remove(url);
            if (file != null) {
                taken.put(url, file);
            }
        }
        files.entrySet()
                .removeIf(file -> HookName.fault(file.getValue(), inFolder.contains(file.getKey()))
                        .map(faults::add)
                        .orElse(false));
        return taken;
    }
}
