/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code CREATE TYPE ... AS (...)}: a type with attributes, as the rows of a table are. */
public record CreateCompositeType(Name type, List<Attribute> attributes) implements Creation {

    /**
     * One attribute.
     *
     * @param collation another collation than that of its type
     */
    public record Attribute(
            String name, Type type, @Nullable Name collation) {

        public Attribute {
            Names.require("attribute", name);
        }

        String sql() {
            return Phrase.of(Identifiers.quoted(name))
                    .add(type.sql())
                    .addIfGiven("COLLATE", collation == null ? null : collation.sql())
                    .toString();
        }
    }

    public CreateCompositeType {
        attributes = List.copyOf(attributes);
    }

    public static CreateCompositeType of(String type) {
        return new CreateCompositeType(Name.of(type), List.of());
    }

    /** One more attribute. */
    public CreateCompositeType attribute(String name, Type attributeType) {
        return attribute(new Attribute(name, attributeType, null));
    }

    /** One more attribute. */
    public CreateCompositeType attribute(Attribute attribute) {
        return new CreateCompositeType(
                type, Stream.concat(attributes.stream(), Stream.of(attribute)).toList());
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.TYPE, type, null, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        return List.of("CREATE TYPE %s AS (%s)"
                .formatted(type.sql(), attributes.stream().map(Attribute::sql).collect(Collectors.joining(", "))));
    }
}
