/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.Legible;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes differences down for people. */
final class ComparisonText {

    /** Of an object that is in one snapshot only, the one property that says most about it. */
    private static final Map<SchemaKind, String> TELLING =
            Map.of(SchemaKind.COLUMN, "type", SchemaKind.DEFAULT, "expression", SchemaKind.CONSTRAINT, "definition");

    private static final int REMARK = 48;

    private final String missing;
    private final String unexpected;
    private final List<String> lines = new ArrayList<>();

    ComparisonText(String missing, String unexpected) {
        this.missing = missing;
        this.unexpected = unexpected;
    }

    String of(List<ObjectDifference> differences) {
        var groups = new TreeMap<ObjectKey, List<ObjectDifference>>();
        differences.forEach(difference -> groups.computeIfAbsent(difference.whole(), whole -> new ArrayList<>())
                .add(difference));
        groups.forEach(this::add);
        return String.join(System.lineSeparator(), lines);
    }

    private void add(ObjectKey whole, List<ObjectDifference> differences) {
        ObjectDifference own = differences.get(0);
        if (own.key().equals(whole) && own.kind() != ObjectDifference.Kind.CHANGED) {
            addLone("", own, whole.kind() + " " + name(whole));
            return;
        }
        lines.add(whole.kind() + " " + name(whole));
        for (ObjectDifference difference : differences) {
            ObjectKey key = difference.key();
            String called = key.equals(whole) ? "" : key.kind() + " " + quoted(key.name());
            // The column of a view is there either way: what comes and goes is what it has besides.
            if (difference.kind() == ObjectDifference.Kind.CHANGED || key.kind() == SchemaKind.VIEW_COLUMN) {
                difference.properties().forEach(property -> addChanged(called, property));
            } else {
                addLone("  ", difference, called);
            }
        }
    }

    private void addLone(String indent, ObjectDifference difference, String called) {
        boolean isMissing = difference.kind() == ObjectDifference.Kind.MISSING;
        String line = indent + (isMissing ? "- " : "+ ") + called + telling(difference, isMissing);
        lines.add(("%-" + REMARK + "s (%s)").formatted(line, isMissing ? missing : unexpected));
    }

    private static String telling(ObjectDifference difference, boolean isMissing) {
        String property = TELLING.get(difference.key().kind());
        return difference.properties().stream()
                .filter(candidate -> candidate.property().equals(property) && !candidate.hasLines())
                .map(candidate -> " " + shown(isMissing ? candidate.expected() : candidate.actual()))
                .findFirst()
                .orElse("");
    }

    private void addChanged(String called, PropertyDifference property) {
        String start = "  ~ " + (called.isEmpty() ? "" : called + ": ") + property.property();
        if (!property.hasLines()) {
            lines.add("%s %s -> %s".formatted(start, shown(property.expected()), shown(property.actual())));
            return;
        }
        lines.add(start);
        LineDifference.of(property.expected(), property.actual())
                .forEach(line -> lines.add("      " + Legible.text(line)));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "none" : value.isEmpty() ? "''" : Legible.line(value);
    }

    private static String name(ObjectKey key) {
        String schema = key.schema().isEmpty() ? "" : quoted(key.schema()) + ".";
        boolean isRoutine = !key.arguments().isEmpty()
                || key.kind() == SchemaKind.FUNCTION
                || key.kind() == SchemaKind.PROCEDURE
                || key.kind() == SchemaKind.AGGREGATE;
        String of = key.of().isEmpty() ? "" : " of " + schema + quoted(key.of());
        String called = verbatim(key.kind()) ? Legible.line(key.name()) : quoted(key.name());
        return (of.isEmpty() ? schema : "")
                + called
                + (isRoutine ? "(" + Legible.line(key.arguments()) + ")" : "")
                + of;
    }

    /** Kinds whose names are no identifiers. */
    private static boolean verbatim(SchemaKind kind) {
        return kind == SchemaKind.CAST
                || kind == SchemaKind.OPERATOR
                || kind == SchemaKind.OPERATOR_CLASS
                || kind == SchemaKind.OPERATOR_FAMILY;
    }

    private static String quoted(String name) {
        return Legible.line(Identifiers.quoted(name));
    }
}
