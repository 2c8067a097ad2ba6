/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/** A person's agreement to what was shown: asked for on a terminal, given by {@code --yes} where nobody can be asked. */
final class Consent {

    private Consent() {}

    /**
     * Returns if the person agrees.
     *
     * @param question what is about to be done, as a question
     * @param given whether {@code --yes} was typed
     * @throws NoConsentException if not, or if nobody can be asked
     */
    static void require(Terminal terminal, String question, boolean given) {
        if (given) {
            return;
        }
        if (!terminal.interactive()) {
            throw NoConsentException.nobodyThere();
        }
        if (!given(terminal, question)) {
            throw NoConsentException.refused();
        }
    }

    /** What the person at the terminal answers. */
    static boolean given(Terminal terminal, String question) {
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        return isYes(answer(terminal));
    }

    private static boolean isYes(String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }

    private static String answer(Terminal terminal) {
        try {
            // Byte by byte: a buffer would take the answers to later questions with it.
            var line = new ByteArrayOutputStream();
            for (int next = terminal.in().read();
                    next >= 0 && next != '\n';
                    next = terminal.in().read()) {
                line.write(next);
            }
            return line.toString(Charset.defaultCharset());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
