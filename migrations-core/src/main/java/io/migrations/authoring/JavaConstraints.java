/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Check;
import io.migrations.operation.Deferral;
import io.migrations.operation.Enforcement;
import io.migrations.operation.Exclude;
import io.migrations.operation.ForeignKey;
import io.migrations.operation.IndexElement;
import io.migrations.operation.IndexParameters;
import io.migrations.operation.KeyReference;
import io.migrations.operation.NotNull;
import io.migrations.operation.PrimaryKey;
import io.migrations.operation.ReferentialAction;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.TableElement;
import io.migrations.operation.Unique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints as expressions of Java. */
final class JavaConstraints {

    private final JavaValues values;

    JavaConstraints(JavaValues values) {
        this.values = values;
    }

    /** As an element of a new table. */
    String element(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            Chain start = element("primaryKey", values.texts(key.columns()));
            return options(start.callIfGiven("named", key.name(), values::text), key)
                    .toString();
        }
        if (constraint instanceof Unique unique) {
            Chain start = element("unique", values.texts(unique.columns()));
            return options(start.callIfGiven("named", unique.name(), values::text), unique)
                    .toString();
        }
        if (constraint instanceof ForeignKey key) {
            Chain start = element("foreignKey", reference(key));
            return options(start.callIfGiven("named", key.name(), values::text), key)
                    .toString();
        }
        if (constraint instanceof Check check) {
            String condition = values.text(check.condition().text());
            String name = check.name();
            return options(element("check", name == null ? condition : values.text(name) + ", " + condition), check)
                    .toString();
        }
        if (constraint instanceof Exclude exclude) {
            return options(
                            Chain.of("%s.of(%s)".formatted(values.operation(Exclude.class), text(exclude.name()))),
                            exclude)
                    .toString();
        }
        var notNull = (NotNull) constraint;
        return options(
                        Chain.of("%s.of(%s, %s)"
                                .formatted(
                                        values.operation(NotNull.class),
                                        text(notNull.name()),
                                        values.text(notNull.column()))),
                        notNull)
                .toString();
    }

    private Chain element(String method, String arguments) {
        return Chain.of("%s(%s)".formatted(values.member(TableElement.class, method), arguments));
    }

    private String text(@Nullable String text) {
        return text == null ? "null" : values.text(text);
    }

    private String reference(ForeignKey key) {
        List<String> remote = key.reference().columns();
        String table = values.name(key.reference().table());
        return key.columns().size() == 1 && remote.size() == 1
                ? "%s, %s, %s".formatted(values.texts(key.columns()), table, values.texts(remote))
                : "%s, %s, %s".formatted(values.listOfTexts(key.columns()), table, values.listOfTexts(remote));
    }

    Chain options(Chain chain, PrimaryKey key) {
        chain.callIf(key.hasPeriod(), "withoutOverlaps");
        if (key.index() != null) {
            chain.call("usingIndex", values.text(key.index().name()));
        }
        return deferral(parameters(chain, key.parameters()), key.deferral());
    }

    Chain options(Chain chain, Unique unique) {
        chain.callIf(unique.nullsAreEqual(), "nullsNotDistinct").callIf(unique.hasPeriod(), "withoutOverlaps");
        if (unique.index() != null) {
            chain.call("usingIndex", values.text(unique.index().name()));
        }
        return deferral(parameters(chain, unique.parameters()), unique.deferral());
    }

    Chain options(Chain chain, ForeignKey key) {
        KeyReference reference = key.reference();
        chain.callIf(key.hasPeriod(), "period").callIf(reference.matchesFull(), "matchFull");
        if (!reference.onDeleteColumns().isEmpty()) {
            boolean isNull = reference.onDelete() == ReferentialAction.SET_NULL;
            chain.call(isNull ? "onDeleteSetNull" : "onDeleteSetDefault", values.texts(reference.onDeleteColumns()));
        } else if (reference.onDelete() != ReferentialAction.NO_ACTION) {
            chain.call("onDelete", action(reference.onDelete()));
        }
        if (reference.onUpdate() != ReferentialAction.NO_ACTION) {
            chain.call("onUpdate", action(reference.onUpdate()));
        }
        return enforcement(deferral(chain, key.deferral()), key.enforcement());
    }

    Chain options(Chain chain, Check check) {
        return enforcement(chain.callIf(check.isLocal(), "noInherit"), check.enforcement());
    }

    Chain options(Chain chain, NotNull notNull) {
        return enforcement(chain.callIf(notNull.isLocal(), "noInherit"), notNull.enforcement());
    }

    Chain options(Chain chain, Exclude exclude) {
        String method = exclude.method();
        chain.callIfGiven("using", method == null || method.equals("gist") ? null : method, values::text);
        for (Exclude.Element element : exclude.elements()) {
            IndexElement key = element.key();
            String shown = key.equals(IndexElement.column(String.valueOf(key.column())))
                    ? values.text(String.valueOf(key.column()))
                    : new JavaIndexes(values).element(key);
            chain.call("element", shown, values.text(element.operator()));
        }
        chain.callIfGiven("where", exclude.where(), where -> values.text(where.text()));
        return deferral(parameters(chain, exclude.parameters()), exclude.deferral());
    }

    private String action(ReferentialAction action) {
        return values.member(ReferentialAction.class, action.name());
    }

    private Chain parameters(Chain chain, IndexParameters parameters) {
        chain.callIfAny("include", parameters.include(), values::text);
        return values.with(chain, parameters.with()).callIfGiven("tablespace", parameters.tablespace(), values::text);
    }

    private static Chain deferral(Chain chain, Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> chain;
            case DEFERRABLE -> chain.call("deferrable");
            case INITIALLY_DEFERRED -> chain.call("initiallyDeferred");
        };
    }

    private static Chain enforcement(Chain chain, Enforcement enforcement) {
        return switch (enforcement) {
            case VALID -> chain;
            case NOT_VALID -> chain.call("notValid");
            case NOT_ENFORCED -> chain.call("notEnforced");
        };
    }
}
