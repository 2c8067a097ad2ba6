/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.ClassUtils;

/** Where revisions in Java come from. Asked when the revisions are read, not before. */
@FunctionalInterface
public interface JavaRevisions {

    /** All of them, in no order that matters. */
    List<JavaRevision> find();

    static JavaRevisions none() {
        return List::of;
    }

    /** These, and those of the other that have not the same class. */
    default JavaRevisions and(JavaRevisions other) {
        return () -> {
            Map<Class<?>, JavaRevision> byClass = new LinkedHashMap<>();
            List<JavaRevision> all = new ArrayList<>(find());
            all.addAll(other.find());
            all.forEach(revision -> byClass.putIfAbsent(ClassUtils.getUserClass(revision), revision));
            return List.copyOf(byClass.values());
        };
    }
}
