/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** An application that does something at every occasion that a start offers. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
class BusyApplication {

    static final List<String> STARTED = new CopyOnWriteArrayList<>();
    static final List<HikariDataSource> POOLS = new CopyOnWriteArrayList<>();

    @Bean
    ApplicationRunner applicationRunner() {
        return arguments -> STARTED.add("ApplicationRunner");
    }

    @Bean
    CommandLineRunner commandLineRunner() {
        return arguments -> STARTED.add("CommandLineRunner");
    }

    @Bean
    SmartLifecycle lifecycle() {
        return new Lifecycle();
    }

    /** Not lazy, and waits for the database to be migrated. */
    @Bean
    @Lazy(false)
    Object eager(JdbcTemplate template) {
        return template.queryForObject("SELECT 1", Integer.class);
    }

    @Bean
    @Lazy(false)
    Listeners listeners() {
        return new Listeners();
    }

    @Bean
    static BeanPostProcessor poolWatch() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    POOLS.add(pool);
                }
                return bean;
            }
        };
    }

    static class Listeners {

        @EventListener(ContextRefreshedEvent.class)
        void refreshed() {
            STARTED.add("ContextRefreshedEvent");
        }

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            STARTED.add("ApplicationReadyEvent");
        }

        @EventListener(WebServerInitializedEvent.class)
        void serving() {
            STARTED.add("WebServerInitializedEvent");
        }

        @Scheduled(fixedRate = 1)
        void tick() {
            if (!STARTED.contains("Scheduled")) {
                STARTED.add("Scheduled");
            }
        }
    }

    static final class Lifecycle implements SmartLifecycle {

        private volatile boolean running;

        @Override
        public void start() {
            STARTED.add("SmartLifecycle");
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
