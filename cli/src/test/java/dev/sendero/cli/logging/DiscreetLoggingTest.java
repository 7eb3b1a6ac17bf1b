package dev.sendero.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class DiscreetLoggingTest {

    private static final String EVERYTHING =
            "<configuration><logger name='org.postgresql.core' level='ALL'/><root level='TRACE'/></configuration>";

    private final LoggerContext context = new LoggerContext();

    private ListAppender<ILoggingEvent> listen() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.setContext(context);
        lines.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
        return lines;
    }

    private void configure() throws Exception {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(EVERYTHING.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.eclipse.jetty", "org.eclipse.jetty.http.HttpParser", "org.postgresql.core.v3.Query"})
    void what_goes_over_a_wire_is_not_told_however_much_is_asked_for(String logger) throws Exception {
        DiscreetLogging.keepDiscreet(context);
        configure();
        ListAppender<ILoggingEvent> lines = listen();

        context.getLogger(logger).debug("Authorization: Basic ZGV2Og==");
        context.getLogger(logger).trace("Authorization: Basic ZGV2Og==");
        context.getLogger(logger).warn("slow");

        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("slow");
        assertThat(context.getLogger(logger).isDebugEnabled()).isFalse();
    }

    @Test
    void everybody_else_says_what_they_are_asked_for() throws Exception {
        DiscreetLogging.keepDiscreet(context);
        configure();
        ListAppender<ILoggingEvent> lines = listen();

        context.getLogger("dev.sendero.courier").trace("claimed");
        context.getLogger("org.eclipse.jettyish").debug("named alike");

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.TRACE, Level.DEBUG);
    }

    @Test
    void every_process_is_discreet_by_itself() {
        var own = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger jetty = own.getLogger("org.eclipse.jetty.http.HttpParser");
        jetty.setLevel(Level.TRACE);
        try {
            assertThat(jetty.isDebugEnabled()).isFalse();
            assertThat(jetty.isWarnEnabled()).isTrue();
        } finally {
            jetty.setLevel(null);
        }
    }

    @Test
    void the_platforms_own_logging_is_as_discreet() {
        var conversation = new LogRecord(java.util.logging.Level.INFO, "AUTH PLAIN YWRh");
        conversation.setLoggerName("org.eclipse.angus.mail.smtp");
        var trouble = new LogRecord(java.util.logging.Level.WARNING, "slow");
        trouble.setLoggerName("org.eclipse.angus.mail.smtp");

        assertThat(DiscreetLogging.mayBeTold(conversation)).isFalse();
        assertThat(DiscreetLogging.mayBeTold(trouble)).isTrue();
    }
}
