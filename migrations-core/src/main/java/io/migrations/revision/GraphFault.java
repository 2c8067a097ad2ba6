/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.Legible;
import java.util.ArrayList;
import java.util.List;

/** Something that keeps revisions from being a graph; its message quotes the values and says what to do next. */
public sealed interface GraphFault {

    /** The revision that states what is wrong. */
    Revision revision();

    String message();

    String remedy();

    /** A revision whose id is empty or blank. */
    record NoId(Revision revision) implements GraphFault {

        @Override
        public String message() {
            return "A revision has no id.";
        }

        @Override
        public String remedy() {
            return "Write 'Revision ID' in its header, or name the file like '001_create_orders.sql'.";
        }
    }

    /** A revision id with a character that the target grammar needs for itself, or that nobody can see or type. */
    record IllegalId(Revision revision, int character) implements GraphFault {

        @Override
        public String message() {
            return "Character '%s' is not allowed in the revision id '%s'."
                    .formatted(shown(character), Legible.line(revision.id()));
        }

        @Override
        public String remedy() {
            return "Use letters, digits, '_' and '.'.";
        }
    }

    /** A branch label with a character that the target grammar needs for itself, or that nobody can see or type. */
    record IllegalLabel(Revision revision, String label, int character) implements GraphFault {

        @Override
        public String message() {
            return "Character '%s' is not allowed in the branch label '%s' of revision '%s'."
                    .formatted(shown(character), Legible.line(label), Legible.line(revision.id()));
        }

        @Override
        public String remedy() {
            return "Use letters, digits, '_', '-' and '.'.";
        }
    }

    /** A revision id or branch label that is no name any more, but a text. */
    record TooLong(Revision revision, String name, int longest) implements GraphFault {

        @Override
        public String message() {
            return "The revision id or branch label that begins with '%s' has %d characters, and %d are allowed."
                    .formatted(name.substring(0, 40), name.length(), longest);
        }

        @Override
        public String remedy() {
            return "Write a shorter one; a text belongs into 'Description'.";
        }
    }

    /** A revision id or branch label that is a word of the target grammar. */
    record ReservedName(Revision revision, String name) implements GraphFault {

        @Override
        public String message() {
            return "'%s' cannot be the id or a branch label of a revision: as a target it means something else."
                    .formatted(name);
        }

        @Override
        public String remedy() {
            return "Write another 'Revision ID' in the header, or rename the file.";
        }
    }

    /** Two revisions with one id. */
    record DuplicateId(Revision revision, Revision first) implements GraphFault {

        @Override
        public String message() {
            return "Revision '%s' is defined twice: in '%s' and in '%s'."
                    .formatted(revision.id(), first.source(), revision.source());
        }

        @Override
        public String remedy() {
            return "Give one of them another id, or delete it.";
        }
    }

    /** A parent that no revision has as its id. */
    record MissingParent(Revision revision, String parent, List<String> heads) implements GraphFault {

        @Override
        public String message() {
            return "Revision '%s' refers to the unknown parent '%s'.".formatted(revision.id(), parent);
        }

        @Override
        public String remedy() {
            return heads.isEmpty()
                    ? "Add the missing file, or correct 'Revises'."
                    : "Add the missing file, or correct 'Revises'; known heads are " + Quoted.list(heads) + ".";
        }
    }

    /** A dependency that is neither an id nor a branch label. */
    record MissingDependency(Revision revision, String dependency) implements GraphFault {

        @Override
        public String message() {
            return "Revision '%s' depends on '%s', which is neither a revision nor a branch label."
                    .formatted(revision.id(), dependency);
        }

        @Override
        public String remedy() {
            return "Add the missing file, or correct 'Depends on'.";
        }
    }

    /** A branch label that is stated twice, or that is also an id. */
    record LabelTaken(Revision revision, String label, Revision first) implements GraphFault {

        @Override
        public String message() {
            return "Branch label '%s' of revision '%s' is already used by revision '%s' in '%s'."
                    .formatted(label, revision.id(), first.id(), first.source());
        }

        @Override
        public String remedy() {
            return "Choose another label.";
        }
    }

    /**
     * Revisions that come before themselves.
     *
     * @param throughDependency whether that takes a dependency, or parents alone are enough
     */
    record Cycle(Revision revision, List<String> ids, boolean throughDependency) implements GraphFault {

        @Override
        public String message() {
            if (isSelfLoop()) {
                return "Revision '%s' %s itself."
                        .formatted(revision.id(), throughDependency ? "depends on" : "revises");
            }
            return "Revisions form a cycle%s: '%s'."
                    .formatted(throughDependency ? " through a dependency" : "", String.join("' -> '", closed()));
        }

        @Override
        public String remedy() {
            return throughDependency
                    ? "Correct 'Revises' or 'Depends on' in one of them."
                    : "Correct 'Revises' in one of them.";
        }

        /** Whether it is a revision that refers to itself. */
        public boolean isSelfLoop() {
            return ids.size() == 1;
        }

        private List<String> closed() {
            var closed = new ArrayList<>(ids);
            closed.add(ids.get(0));
            return closed;
        }
    }

    private static String shown(int character) {
        return Legible.isLegible(character) ? Character.toString(character) : Legible.code(character);
    }
}
