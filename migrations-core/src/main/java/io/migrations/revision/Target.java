/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import io.migrations.revision.InvalidTargetException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the user types to say where to go. The grammar is Alembic's, and this parser is the only place that knows it:
 * {@code [label@]word}, {@code [label@][word]+N} or {@code [label@][word]-N}, where the word is {@code head},
 * {@code heads}, {@code base}, {@code current}, a branch label, a revision id, or the first characters of either.
 *
 * <p>Unlike in Alembic an id with a dot or a blank may be counted from, and whatever follows the number is an error.
 *
 * @param text as typed
 * @param branch what stands before the {@code @}: a label or an id
 * @param word where to go, or where to count from; absent where the count starts at what the database has
 * @param steps how far to count, upwards or, negative, downwards; 0 for a target that does not count
 */
public record Target(
        String text, @Nullable String branch, @Nullable String word, int steps) {

    /** The single head of the graph. */
    public static final Target HEAD = parse("head");

    /** All heads of the graph. */
    public static final Target HEADS = parse("heads");

    /** Before the first revision. */
    public static final Target BASE = parse("base");

    private static final int LONGEST_COUNT = 9;

    /**
     * Reads a target; whether there is such a revision is for the {@link Resolver} to say.
     *
     * @throws InvalidTargetException for anything that is no target, with what is allowed
     */
    public static Target parse(String text) {
        String typed = text.strip();
        int at = typed.indexOf('@');
        String branch = at < 0 ? null : typed.substring(0, at);
        String rest = typed.substring(at + 1);
        Matcher counted = Pattern.compile("(.*?)([+-])(\\d+)").matcher(rest);
        String word = counted.matches() ? counted.group(1) : rest;
        if (typed.isEmpty() || rest.isEmpty() || (branch != null && branch.isBlank()) || !isWord(word)) {
            throw malformed(typed);
        }
        return new Target(typed, branch, word.isEmpty() ? null : word, counted.matches() ? count(typed, counted) : 0);
    }

    private static boolean isWord(String word) {
        return word.chars().noneMatch(c -> c == '@' || c == ':' || c == '+') && !word.startsWith("-");
    }

    private static int count(String typed, Matcher counted) {
        String digits = counted.group(3).replaceFirst("^0+(?=.)", "");
        if (digits.length() > LONGEST_COUNT) {
            throw malformed(typed);
        }
        if (digits.equals("0") && counted.group(1).isEmpty()) {
            throw new InvalidTargetException(
                    typed, Reason.TOO_FAR, "Target '%s' counts no step; write '+1' or '-1'.".formatted(typed));
        }
        int steps = Integer.parseInt(digits);
        return counted.group(2).equals("-") ? -steps : steps;
    }

    private static InvalidTargetException malformed(String typed) {
        return new InvalidTargetException(
                typed,
                Reason.SYNTAX,
                (typed.isEmpty() ? "The target is empty" : "'%s' is no target".formatted(typed))
                        + "; write 'head', 'heads', 'base', a branch label, a revision id or its first characters,"
                        + " any of them followed by '+N' or '-N', or '+N' or '-N' alone to count from what is applied;"
                        + " 'label@' before it narrows it to a branch.");
    }

    /** Reads several targets, in their order. */
    public static List<Target> parseAll(Collection<String> texts) {
        return texts.stream().map(Target::parse).toList();
    }

    /** Whether this counts steps from somewhere. */
    public boolean isRelative() {
        return steps != 0;
    }

    /** Whether this counts steps from what the database has, and so means nothing without it. */
    public boolean isRelativeToCurrent() {
        return word == null;
    }

    /** Whether this is {@code base}, of the whole graph or of a branch. */
    public boolean isBase() {
        return steps == 0 && "base".equals(word);
    }

    /** Whether this is {@code current}, what the database has. */
    public boolean isCurrent() {
        return steps == 0 && "current".equals(word);
    }

    /** The target as typed. */
    @Override
    public String toString() {
        return text;
    }
}
