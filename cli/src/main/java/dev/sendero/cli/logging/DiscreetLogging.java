package dev.sendero.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps {@link WireLoggers} from telling what they would below a warning, whatever level a configuration
 * gives them, now or later: a person who looks for a fault turns on everything, and what is in a log stays there.
 */
public final class DiscreetLogging {

    private DiscreetLogging() {}

    /** To be called once, before anything is logged. */
    public static void begin() {
        beginIn((LoggerContext) LoggerFactory.getILoggerFactory());
        for (Handler handler : java.util.logging.Logger.getLogger("").getHandlers()) {
            Optional<Filter> asked = Optional.ofNullable(handler.getFilter());
            handler.setFilter(record -> mayBeTold(record) && asked.stream().allMatch(one -> one.isLoggable(record)));
        }
    }

    static void beginIn(LoggerContext context) {
        context.addTurboFilter(new NothingFromTheWire());
        context.addListener(new AfterReset(NothingFromTheWire::new));
    }

    private static boolean mayBeTold(LogRecord record) {
        return record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                || record.getLoggerName() == null
                || !WireLoggers.contain(record.getLoggerName());
    }

    private static final class NothingFromTheWire extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            // Most calls are of a level that is off, and cost no look at the name.
            return level.toInt() >= Level.WARN_INT
                            || level.toInt() < logger.getEffectiveLevel().toInt()
                            || !WireLoggers.contain(logger.getName())
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }
}
