/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Arrays;
import java.util.Optional;

/** The keys of a script's header, as Alembic writes them; the description is the first line of its docstring. */
enum HeaderKey {
    REVISION_ID("Revision ID"),
    DESCRIPTION("Description"),
    REVISES("Revises"),
    DEPENDS_ON("Depends on"),
    BRANCH_LABELS("Branch labels"),
    CREATE_DATE("Create Date"),
    TRANSACTIONAL("Transactional");

    private final String text;

    HeaderKey(String text) {
        this.text = text;
    }

    static Optional<HeaderKey> of(String text) {
        return Arrays.stream(values())
                .filter(key -> key.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** The key that was probably meant, for a text that is none. */
    static Optional<HeaderKey> similarTo(String text) {
        String letters = Letters.of(text);
        return Arrays.stream(values())
                .filter(key -> Letters.areNear(letters, Letters.of(key.text)))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
