/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Deferral;
import io.migrations.operation.DefinedConstraint;
import io.migrations.operation.Enforcement;
import io.migrations.operation.ForeignKey;
import io.migrations.operation.KeyReference;
import io.migrations.operation.ReferentialAction;
import io.migrations.operation.Sql;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.TableElement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A constraint as the catalog prints it, in the words of the vocabulary as far as there are some. */
final class ConstraintText {

    private static final String NAME = "(?:[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")";
    private static final String NAMES = "(" + NAME + "(?:, " + NAME + ")*)";
    private static final String ACTION = "(NO ACTION|RESTRICT|CASCADE|SET NULL|SET DEFAULT)";

    private static final Pattern KEY = Pattern.compile("(PRIMARY KEY|UNIQUE) \\(" + NAMES + "\\)");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(" + NAMES + "\\) REFERENCES ("
            + NAME + "(?:\\." + NAME + ")?)\\(" + NAMES + "\\)( MATCH FULL)?(?: ON UPDATE " + ACTION
            + ")?(?: ON DELETE " + ACTION + ")?( DEFERRABLE)?( INITIALLY DEFERRED)?( NOT VALID)?");
    private static final Pattern CHECK = Pattern.compile("CHECK \\((\\(.*\\))\\)", Pattern.DOTALL);

    private ConstraintText() {}

    static TableConstraint parse(SchemaObject constraint) {
        String name = constraint.key().name();
        String text = constraint.get("definition");
        Matcher key = KEY.matcher(text);
        if (key.matches()) {
            String[] columns = QuotedName.list(key.group(2)).toArray(String[]::new);
            return key.group(1).equals("UNIQUE")
                    ? TableElement.unique(columns).named(name)
                    : TableElement.primaryKey(columns).named(name);
        }
        Matcher foreign = FOREIGN_KEY.matcher(text);
        if (foreign.matches()) {
            return foreignKey(name, foreign);
        }
        Matcher check = CHECK.matcher(text);
        if (check.matches() && isOne(check.group(1))) {
            return TableElement.check(name, check.group(1));
        }
        return new DefinedConstraint(name, new Sql(text));
    }

    /** Whether the parentheses at both ends belong together, and nothing else stands behind them. */
    private static boolean isOne(String text) {
        try {
            return new Sql(text.substring(1, text.length() - 1)).text().length() > 0;
        } catch (RuntimeException exception) {
            return false;
        }
    }

    private static TableConstraint foreignKey(String name, Matcher text) {
        var reference = new KeyReference(
                QuotedName.qualified(text.group(2)),
                QuotedName.list(text.group(3)),
                text.group(4) != null,
                action(text.group(6)),
                List.of(),
                action(text.group(5)));
        Deferral deferral = text.group(8) != null
                ? Deferral.INITIALLY_DEFERRED
                : text.group(7) != null ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
        return new ForeignKey(
                name,
                QuotedName.list(text.group(1)),
                reference,
                false,
                deferral,
                text.group(9) == null ? Enforcement.VALID : Enforcement.NOT_VALID);
    }

    private static ReferentialAction action(@Nullable String words) {
        return words == null ? ReferentialAction.NO_ACTION : ReferentialAction.valueOf(words.replace(' ', '_'));
    }
}
