package dev.sendero.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps {@link WireLoggers} from telling what they would below a warning, whatever level a configuration gives them, now or
 * later: a person who looks for a fault turns on everything, and what is in a log stays there. Logback finds it as a service
 * before it reads its configuration, at the first line that anybody logs; a command that logs nothing does not wait for it.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class DiscreetLogging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        keepDiscreet(logback);
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Optional<Filter> asked = Optional.ofNullable(handler.getFilter());
            handler.setFilter(record -> mayBeTold(record) && asked.stream().allMatch(one -> one.isLoggable(record)));
        }
        return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }

    static void keepDiscreet(LoggerContext logback) {
        logback.addTurboFilter(new NothingFromTheWire());
        logback.addListener(new AfterReset(NothingFromTheWire::new));
    }

    static boolean mayBeTold(LogRecord record) {
        return record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                || record.getLoggerName() == null
                || !WireLoggers.contain(record.getLoggerName());
    }

    private static final class NothingFromTheWire extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                ch.qos.logback.classic.Logger logger,
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
