/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.actuate.MigrationsEndpointProperties;
import io.migrations.boot.monitor.MigrationsHealthProperties;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationMetadataTests {

    private static final Set<String> WITHOUT_DEFAULT = Set.of(
            "migrations.data-source",
            "migrations.instances",
            "migrations.url",
            "migrations.username",
            "migrations.password",
            "migrations.role",
            "migrations.statement-timeout",
            "migrations.schema",
            "migrations.command.directory",
            "migrations.scratch.url",
            "migrations.scratch.username",
            "migrations.scratch.password",
            "migrations.model.schema",
            "migrations.model.include",
            "migrations.model.exclude",
            "migrations.endpoint.roles",
            "migrations.placeholders");

    private static JsonNode metadata;

    @BeforeAll
    static void read() throws IOException {
        metadata = JsonMapper.shared()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getContentAsByteArray());
    }

    @Test
    void everyPropertySaysWhatItIs() {
        assertThat(properties()).allSatisfy((name, property) -> {
            assertThat(property.path("type").asString("")).as(name).isNotBlank();
            assertThat(property.path("description").asString(""))
                    .as(name)
                    .endsWith(".")
                    .doesNotStartWith("The ")
                    .doesNotStartWith("A ")
                    .doesNotContain("{@", "<");
            assertThat(property.has("defaultValue")).as(name).isNotEqualTo(WITHOUT_DEFAULT.contains(name));
        });
    }

    @Test
    void noPropertyIsUndocumented() {
        Set<String> bound = new TreeSet<>();
        collect("migrations", MigrationsProperties.class, bound);
        collect("migrations.health", MigrationsHealthProperties.class, bound);
        collect("migrations.endpoint", MigrationsEndpointProperties.class, bound);

        assertThat(properties().keySet().stream().filter(name -> name.startsWith("migrations.")))
                .containsExactlyInAnyOrderElementsOf(bound);
        assertThat(properties()).containsKey("management.endpoint.migrations.access");
    }

    @Test
    void hintsAreOfPropertiesAndTheirValuesBind() {
        assertThat(metadata.path("hints").size()).isEqualTo(8);
        for (JsonNode hint : metadata.path("hints")) {
            JsonNode property = properties().get(hint.path("name").asString());
            assertThat(property).as(hint.toString()).isNotNull();
            List<String> values = new ArrayList<>();
            hint.path("values").forEach(value -> values.add(value.path("value").asString()));
            Class<?> type = type(property.path("type").asString());
            if (type != null && type.isEnum()) {
                assertThat(Stream.of(type.getEnumConstants())
                                .map(value -> ((Enum<?>) value)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')))
                        .containsExactlyElementsOf(values);
            }
        }
    }

    private static Map<String, JsonNode> properties() {
        List<JsonNode> all = new ArrayList<>();
        metadata.path("properties").forEach(all::add);
        return all.stream()
                .collect(Collectors.toMap(property -> property.path("name").asString(), property -> property));
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                collect(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException exception) {
            return null;
        }
    }
}
