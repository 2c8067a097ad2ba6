/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.RenameDecision;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.Rename;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.SchemaObject;
import io.migrations.schema.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code --rename} says is renamed, and on a terminal what a person answers when asked. */
final class AskedRenames implements RenameDecision {

    private final Terminal terminal;
    private final List<String> given;
    private final boolean asks;

    /**
     * For a command.
     *
     * @param given {@code orders.qty=quantity}, {@code orders=purchases}, {@code billing.state.open=waiting}
     * @param asks whether to ask about what looks renamed
     */
    AskedRenames(Terminal terminal, List<String> given, boolean asks) {
        this.terminal = terminal;
        this.given = List.copyOf(given);
        this.asks = asks;
    }

    @Override
    public List<Rename> decide(List<Rename> candidates, Snapshot from) {
        List<Rename> renames = new ArrayList<>();
        given.forEach(text -> renames.add(parse(text, from)));
        if (!asks || !terminal.interactive()) {
            return partsFirst(renames);
        }
        for (Rename candidate : candidates) {
            boolean isSettled = renames.stream()
                    .anyMatch(rename -> rename.object().equals(candidate.object())
                            || (rename.newName().equals(candidate.newName())
                                    && rename.object()
                                            .of()
                                            .equals(candidate.object().of())));
            if (!isSettled && Consent.given(terminal, "Was the %s?".formatted(candidate))) {
                renames.add(candidate);
            }
        }
        return partsFirst(renames);
    }

    /** In which order they were said does not matter: a column is renamed while its table has its old name. */
    private static List<Rename> partsFirst(List<Rename> renames) {
        return renames.stream()
                .sorted(Comparator.comparing(rename -> rename.object().of().isEmpty() && rename.value() == null))
                .toList();
    }

    private static Rename parse(String text, Snapshot from) {
        int equals = text.indexOf('=');
        String old = text.substring(0, equals);
        String name = text.substring(equals + 1);
        List<Rename> matches =
                Stream.concat(objects(old, name, from), values(old, name, from)).toList();
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw new UnknownRenameException(
                text,
                matches.isEmpty()
                        ? "The migrations make nothing called '%s'.".formatted(old)
                        : "'%s' could be any of: %s. Name the schema, too."
                                .formatted(
                                        old,
                                        String.join(
                                                ", ",
                                                matches.stream()
                                                        .map(match ->
                                                                match.object().toString())
                                                        .toList())));
    }

    private static Stream<Rename> objects(String old, String name, Snapshot from) {
        return from.objects().keySet().stream()
                .filter(key -> switch (key.kind()) {
                    case TABLE, COLUMN, SCHEMA, SEQUENCE, ENUM, DOMAIN, COMPOSITE, RANGE, VIEW -> true;
                    default -> false;
                })
                .filter(key -> spellings(key).anyMatch(old::equals))
                .map(key -> new Rename(key, null, name));
    }

    private static Stream<Rename> values(String old, String name, Snapshot from) {
        return from.of(SchemaKind.ENUM).stream()
                .flatMap(type -> value(type, old).stream().map(value -> new Rename(type.key(), value, name)));
    }

    private static Optional<String> value(SchemaObject type, String old) {
        return type.lines("values").stream()
                .filter(value -> spellings(type.key()).anyMatch(name -> (name + "." + value).equals(old)))
                .findFirst();
    }

    private static Stream<String> spellings(ObjectKey key) {
        String local = key.of().isEmpty() ? key.name() : key.of() + "." + key.name();
        return key.schema().isEmpty() ? Stream.of(local) : Stream.of(local, key.schema() + "." + local);
    }
}
