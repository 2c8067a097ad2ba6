/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.Identity;
import io.migrations.operation.Name;
import io.migrations.operation.Sql;
import io.migrations.operation.Type;
import io.migrations.operation.Types;
import io.migrations.script.JavaText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values inside operations as expressions of Java, and what these import. */
final class JavaValues {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern PLAIN_TEXT = Pattern.compile("'([^'\\\\$]*)'");
    private static final Pattern ARRAY = Pattern.compile("(.*[^\\]])\\[]");
    private static final Pattern TEXT = Pattern.compile("(?:varchar|character varying)\\(([0-9]{1,8})\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\(([0-9]{1,4}), ?([0-9]{1,4})\\)");

    /** The constants of {@link Types}, also by the names that the catalog has for them. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("bigint", "BIGINT"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("bytea", "BYTEA"),
            Map.entry("cidr", "CIDR"),
            Map.entry("date", "DATE"),
            Map.entry("double precision", "DOUBLE_PRECISION"),
            Map.entry("inet", "INET"),
            Map.entry("integer", "INTEGER"),
            Map.entry("interval", "INTERVAL"),
            Map.entry("json", "JSON"),
            Map.entry("jsonb", "JSONB"),
            Map.entry("numeric", "NUMERIC"),
            Map.entry("real", "REAL"),
            Map.entry("smallint", "SMALLINT"),
            Map.entry("text", "TEXT"),
            Map.entry("time", "TIME"),
            Map.entry("time without time zone", "TIME"),
            Map.entry("timestamp", "TIMESTAMP"),
            Map.entry("timestamp without time zone", "TIMESTAMP"),
            Map.entry("timestamptz", "TIMESTAMPTZ"),
            Map.entry("timestamp with time zone", "TIMESTAMPTZ"),
            Map.entry("tsvector", "TSVECTOR"),
            Map.entry("uuid", "UUID"),
            Map.entry("varchar", "VARCHAR"),
            Map.entry("character varying", "VARCHAR"),
            Map.entry("xml", "XML"));

    private final SortedSet<String> imports = new TreeSet<>();

    SortedSet<String> imports() {
        return imports;
    }

    /** A class of the operations. */
    String operation(Class<?> type) {
        imports.add(type.getName().replace('$', '.'));
        return type.getSimpleName();
    }

    /** A static member of a class of the operations. */
    String member(Class<?> type, String name) {
        imports.add("static " + type.getName().replace('$', '.') + "." + name);
        return name;
    }

    /** A constant of an enum of the operations. */
    String constant(Enum<?> constant) {
        return operation(constant.getDeclaringClass()) + "." + constant.name();
    }

    String text(String text) {
        return JavaText.of(text);
    }

    /** A name as the vocabulary takes it. */
    String name(Name name) {
        return text(spelt(name));
    }

    String spelt(Name name) {
        return name.findSchema().map(schema -> spelt(schema) + ".").orElse("") + spelt(name.simple());
    }

    private static String spelt(String part) {
        return part.indexOf('.') < 0 && part.indexOf('"') < 0 ? part : "\"" + part.replace("\"", "\"\"") + "\"";
    }

    String type(Type type) {
        String sql = type.sql();
        String constant = CONSTANTS.get(sql);
        if (constant != null) {
            return member(Types.class, constant);
        }
        Matcher array = ARRAY.matcher(sql);
        if (array.matches()) {
            return type(new Type(array.group(1))) + ".array()";
        }
        Matcher measured = TEXT.matcher(sql);
        if (measured.matches()) {
            return member(Types.class, "varchar") + "(" + measured.group(1) + ")";
        }
        Matcher numeric = NUMERIC.matcher(sql);
        return numeric.matches()
                ? "%s(%s, %s)".formatted(member(Types.class, "numeric"), numeric.group(1), numeric.group(2))
                : member(Types.class, "type") + "(" + text(sql) + ")";
    }

    /** SQL where a value of Java is taken as well. */
    String value(Sql sql) {
        String text = sql.text();
        if (WHOLE_NUMBER.matcher(text).matches() || text.equals("true") || text.equals("false")) {
            return text;
        }
        Matcher constant = PLAIN_TEXT.matcher(text);
        return constant.matches() ? text(constant.group(1)) : sql(sql);
    }

    String value(String sql) {
        return value(new Sql(sql));
    }

    String sql(Sql sql) {
        return member(Sql.class, "sql") + "(" + text(sql.text()) + ")";
    }

    String texts(Collection<String> texts) {
        return texts.stream().map(this::text).collect(Collectors.joining(", "));
    }

    String listOfTexts(Collection<String> texts) {
        return list(texts, this::text);
    }

    <T> String list(Collection<T> values, Function<T, String> each) {
        imports.add(List.class.getName());
        return Chain.invocation("List.of", values.stream().map(each).toList());
    }

    String number(long number) {
        return number == (int) number ? Long.toString(number) : number + "L";
    }

    String identity(Identity identity) {
        Chain chain = Chain.of(operation(Identity.class) + (identity.isAlways() ? ".always()" : ".byDefault()"))
                .callIfGiven("start", identity.start(), this::number)
                .callIfGiven("increment", identity.increment(), this::number)
                .callIfGiven("minValue", identity.minValue(), this::number)
                .callIfGiven("maxValue", identity.maxValue(), this::number)
                .callIfGiven("cache", identity.cache(), this::number)
                .callIfGiven("cycle", identity.cycle(), String::valueOf);
        return chain.toString();
    }

    /** Storage parameters, each by a call. */
    Chain with(Chain chain, Map<String, String> parameters) {
        parameters.forEach((name, value) -> chain.call("with", text(name), value(value)));
        return chain;
    }
}
