/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        if (!isYes(answer(terminal))) {
            throw NoConsentException.refused();
        }
    }

    private static boolean isYes(String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }

    private static String answer(Terminal terminal) {
        try {
            String line = new BufferedReader(new InputStreamReader(terminal.in(), Charset.defaultCharset())).readLine();
            return line == null ? "" : line;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
