/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the project logs from now on, as an application's log has it; that of tests has only warnings. */
public final class Logged implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.migrations");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final @Nullable Level before = logger.getLevel();

    public Logged() {
        logger.setLevel(Level.INFO);
        logger.addAppender(events);
        events.start();
    }

    /** One line for each message. */
    public String text() {
        return events.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(before);
    }
}
