/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import io.migrations.boot.CommandMode;
import io.migrations.boot.CommandWebApplicationType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@link EnvironmentPostProcessor} that makes the application of a command a quiet one without a web server. What it sets
 * wins over the application's code, files and arguments; it is last, so that it has read them.
 */
final class CommandEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String THRESHOLD = "logging.threshold.console";
    private static final String WEB_APPLICATION_TYPE = "migrations.command.web-application-type";

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (CommandMode.isActive(environment)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("migrationsCommandSettings", settings(environment)));
        }
    }

    private static Map<String, Object> settings(Environment environment) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.main.lazy-initialization", true);
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.main.log-startup-info", false);
        settings.put("spring.main.keep-alive", false);
        CommandWebApplicationType type = Binder.get(environment)
                .bind(WEB_APPLICATION_TYPE, CommandWebApplicationType.class)
                .orElse(CommandWebApplicationType.NONE);
        if (type == CommandWebApplicationType.NONE) {
            settings.put("spring.main.web-application-type", "none");
        }
        if (!environment.containsProperty(THRESHOLD) && !isSet(environment, "debug") && !isSet(environment, "trace")) {
            settings.put(THRESHOLD, "warn");
        }
        return settings;
    }

    /** As Boot reads these two: {@code --debug} has no value. */
    private static boolean isSet(Environment environment, String flag) {
        String value = environment.getProperty(flag);
        return value != null && !value.equals("false");
    }
}
