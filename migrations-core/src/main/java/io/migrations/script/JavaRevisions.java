/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.List;

/** Where revisions in Java come from. Asked when the revisions are read, not before. */
@FunctionalInterface
public interface JavaRevisions {

    /** All of them, in no order that matters. */
    List<JavaRevision> find();

    static JavaRevisions none() {
        return List::of;
    }
}
