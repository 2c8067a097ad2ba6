/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;

/** Lines and columns of a text, counted the simplest way there is. */
final class Places {

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    Places(String text) {
        this.text = text;
        lineStarts.add(text.startsWith("\uFEFF") ? 1 : 0);
        for (int i = 0; i < text.length(); i++) {
            boolean crlf = text.startsWith("\r\n", i);
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !crlf)) {
                lineStarts.add(i + 1);
            }
        }
    }

    Position of(int offset) {
        int line = 0;
        while (line + 1 < lineStarts.size() && lineStarts.get(line + 1) <= offset) {
            line++;
        }
        return new Position(line + 1, text.codePointCount(lineStarts.get(line), offset) + 1);
    }

    boolean contains(Position position) {
        return position.line() <= lineStarts.size()
                && position.column() <= text.length() - lineStarts.get(position.line() - 1) + 1;
    }
}
