/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes connection urls fit to be shown: what may hold a user, a password or a token goes, host and database stay. */
public final class JdbcUrls {

    private static final Pattern URL =
            Pattern.compile("\\b(?:jdbc:|r2dbc:|postgres(?:ql)?:)[^\\s'\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSWORD =
            Pattern.compile("\\b(password|passwd|pwd)=[^\\s&;,)'\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOSTS = Pattern.compile("(?:[\\w.%-]|\\[[\\w:.%]+]|:\\d+(?=,|$)|,)*");
    private static final String HIDDEN = "***";

    private JdbcUrls() {}

    /** A text, such as a driver's message, with every connection url in it as {@link #withoutSecrets} shows it. */
    public static String withoutSecretsIn(String text) {
        String shown = URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(withoutSecrets(url.group())));
        return PASSWORD.matcher(shown).replaceAll("$1=" + HIDDEN);
    }

    /** What a fault says, likewise; of one that says nothing, its name. */
    public static String messageWithoutSecrets(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : withoutSecretsIn(message);
    }

    /** A url without user info and parameters; what cannot be told apart from them is hidden too. */
    public static String withoutSecrets(String url) {
        int slashes = url.indexOf("//");
        if (slashes < 0) {
            return url.substring(0, end(url));
        }
        String scheme = url.substring(0, slashes + 2);
        String rest = url.substring(slashes + 2);
        String shown = rest.substring(0, end(rest));
        shown = shown.substring(shown.lastIndexOf('@') + 1);
        int path = shown.indexOf('/');
        String hosts = path < 0 ? shown : shown.substring(0, path);
        // A password with a question mark in it leaves something here that is no list of hosts and ports.
        return HOSTS.matcher(hosts).matches() && !(path < 0 && rest.contains("@")) ? scheme + shown : scheme + HIDDEN;
    }

    private static int end(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == ';' || url.charAt(i) == '&') {
                return i;
            }
        }
        return url.length();
    }
}
