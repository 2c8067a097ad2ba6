/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Name;
import io.migrations.schema.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts changes one below the other: what is about one table in a row stands together, a remark begins a paragraph. */
final class Paragraphs {

    private Paragraphs() {}

    /** The lines of all of them, with an empty one between paragraphs. */
    static List<String> of(List<Change> changes, String comment, Function<Change, List<String>> lines) {
        List<String> all = new ArrayList<>();
        Name before = null;
        for (Change change : changes) {
            Name subject = Subject.of(change.operation());
            List<String> remarks = Remarks.lines(comment, change.remarks());
            boolean together = remarks.isEmpty() && subject != null && subject.equals(before);
            if (!all.isEmpty() && !together) {
                all.add("");
            }
            all.addAll(remarks);
            all.addAll(lines.apply(change));
            before = subject;
        }
        return all;
    }
}
