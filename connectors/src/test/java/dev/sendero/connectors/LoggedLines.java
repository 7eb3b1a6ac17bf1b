package dev.sendero.connectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Everything that anybody logs at any level, by SLF4J or by the platform's logging, from its making until it is closed. */
final class LoggedLines implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<ch.qos.logback.classic.Logger, Level> levels = new LinkedHashMap<>();
    private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    private final ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger platformRoot =
            LogManager.getLogManager().getLogger("");
    private final Optional<java.util.logging.Level> platformLevel = Optional.ofNullable(platformRoot.getLevel());
    private final List<Handler> platformHandlers = List.of(platformRoot.getHandlers());
    private final Handler platformHandler = new PlatformLines();

    LoggedLines() {
        context.getLoggerList().stream()
                .filter(logger -> logger.getLevel() != null)
                .forEach(logger -> levels.put(logger, logger.getLevel()));
        levels.keySet().forEach(logger -> logger.setLevel(Level.TRACE));
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        appenders.forEach(root::detachAppender);
        var appender = new Lines();
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
        platformHandlers.forEach(platformRoot::removeHandler);
        platformRoot.addHandler(platformHandler);
        platformRoot.setLevel(java.util.logging.Level.ALL);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAndStopAllAppenders();
        appenders.forEach(appender -> {
            appender.start();
            root.addAppender(appender);
        });
        levels.forEach(ch.qos.logback.classic.Logger::setLevel);
        platformRoot.removeHandler(platformHandler);
        platformHandlers.forEach(platformRoot::addHandler);
        platformRoot.setLevel(platformLevel.orElse(null));
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                    + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
        }
    }

    private final class PlatformLines extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        private PlatformLines() {
            setLevel(java.util.logging.Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLoggerName() + ": " + formatter.format(record));
        }

        @Override
        public void flush() {
            // Every line is kept as it comes.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
