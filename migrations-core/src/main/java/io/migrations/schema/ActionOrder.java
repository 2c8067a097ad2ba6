/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Comparator;
import java.util.Map;

/**
 * Which action comes first where both could: what is made before what uses it, what is dropped for good at the end, and
 * what belongs to one table together.
 */
final class ActionOrder implements Comparator<Action> {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final Comparator<Action> order = Comparator.comparingInt(this::phase)
            .thenComparing(action -> action.key().schema())
            .thenComparing(action -> table(action.key()))
            .thenComparing(action -> action.key().kind())
            .thenComparingInt(this::position)
            .thenComparing(Action::key)
            .thenComparing(Action::verb);

    ActionOrder(Sides sides, Map<ObjectKey, Fate> fates) {
        this.sides = sides;
        this.fates = fates;
    }

    @Override
    public int compare(Action one, Action other) {
        return order.compare(one, other);
    }

    private int phase(Action action) {
        SchemaKind kind = action.key().kind();
        if (kind == SchemaKind.DEFAULT_PRIVILEGES) {
            return 90;
        }
        return switch (action.verb()) {
            case UNLINK -> 0;
            case DROP -> dropping(action.key());
            case RELEASE -> 15;
            case ALTER, CREATE -> making(action.key());
            case LINK -> 33;
        };
    }

    private int dropping(ObjectKey key) {
        if (fates.get(key) == Fate.RECREATE) {
            return 10;
        }
        return key.kind() == SchemaKind.SCHEMA || key.kind() == SchemaKind.EXTENSION ? 85 : 80;
    }

    private int making(ObjectKey key) {
        return switch (key.kind()) {
            case SCHEMA -> 20;
            case EXTENSION -> 21;
            case COLLATION -> 22;
            case ENUM, DOMAIN, COMPOSITE, RANGE -> 23;
            case DOMAIN_CONSTRAINT, SEQUENCE -> 24;
            case FOREIGN_DATA_WRAPPER -> 24;
            // The bodies of functions, which indexes may call, name them in their texts.
            case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> 24;
            case SERVER -> 25;
            case TABLE -> 26;
            case COLUMN -> 27;
            case DEFAULT -> 28;
            case CONSTRAINT -> isForeignKey(key) ? 34 : 30;
            case INDEX -> 31;
            case STATISTICS -> 35;
            case FUNCTION, PROCEDURE -> 40;
            case AGGREGATE, CAST, OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS -> 41;
            case VIEW -> 45;
            case MATERIALIZED_VIEW -> 46;
            case RULE -> 47;
            case TRIGGER -> 48;
            case POLICY -> 49;
            case VIEW_COLUMN, EVENT_TRIGGER, PUBLICATION, DEFAULT_PRIVILEGES -> 50;
        };
    }

    private boolean isForeignKey(ObjectKey key) {
        return sides.to()
                .find(key)
                .map(constraint -> constraint.fact("type").equals("f"))
                .orElse(false);
    }

    private static String table(ObjectKey key) {
        return key.of().isEmpty() ? key.name() : key.of();
    }

    private int position(Action action) {
        return sides.to().find(action.key()).map(SchemaObject::position).orElse(0);
    }
}
