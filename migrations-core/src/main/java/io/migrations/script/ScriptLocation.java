/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Locale;

/**
 * Where scripts are looked for, with all folders below.
 *
 * @param root the folder: {@code db/migrations} on the classpath, or a path of the file system
 */
record ScriptLocation(String text, Kind kind, String root) {

    enum Kind {
        CLASSPATH,
        FILE
    }

    /** Reads {@code classpath:db/migrations}, {@code file:/srv/migrations} or a bare folder of the classpath. */
    static ScriptLocation parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("file:")) {
            return new ScriptLocation(text, Kind.FILE, trimmed(text.substring("file:".length()), true));
        }
        String path = lower.startsWith("classpath*:") || lower.startsWith("classpath:")
                ? text.substring(text.indexOf(':') + 1)
                : text;
        return new ScriptLocation(text, Kind.CLASSPATH, trimmed(path, false));
    }

    /** A pattern for Spring's resolver; on the classpath it covers every jar and folder. It finds more than scripts. */
    String pattern() {
        String folder = root.isEmpty() ? "" : root + "/";
        return (kind == Kind.CLASSPATH ? "classpath*:" : "file:") + folder + "**/*.*";
    }

    /** A file below this location, named from the root on. */
    String nameOf(String decodedUrl) {
        int at = decodedUrl.lastIndexOf(root + "/");
        return at < 0 ? decodedUrl : decodedUrl.substring(at);
    }

    /** A file below this location, named without the root. */
    String relative(String decodedUrl) {
        String name = nameOf(decodedUrl);
        return name.startsWith(root + "/") ? name.substring(root.length() + 1) : name;
    }

    private static String trimmed(String path, boolean keepLeading) {
        String result = path.replace('\\', '/');
        while (result.endsWith("/")) {
            result = result.substring(0, result.length() - 1);
        }
        while (!keepLeading && result.startsWith("/")) {
            result = result.substring(1);
        }
        return result;
    }
}
