/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.List;

/**
 * The hooks of a build, those of one point in the order of their locations.
 *
 * @param all all of them
 */
public record Hooks(List<Hook> all) {

    private static final Hooks NONE = new Hooks(List.of());

    public Hooks {
        all = List.copyOf(all);
    }

    static Hooks none() {
        return NONE;
    }

    /** Those that run at a point, in order. */
    public List<Hook> at(HookPoint point) {
        return all.stream().filter(hook -> hook.point() == point).toList();
    }
}
