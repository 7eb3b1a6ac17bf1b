package dev.sendero.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import java.util.function.Supplier;

/** Puts a filter back whenever logging is configured anew, as it is when a configuration is watched. */
record AfterReset(Supplier<TurboFilter> filter) implements LoggerContextListener {

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext context) {
        context.addTurboFilter(filter.get());
    }

    @Override
    public void onStart(LoggerContext context) {
        // What is put back at a reset is there already.
    }

    @Override
    public void onStop(LoggerContext context) {
        // Nobody logs any more.
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        // The filter holds at any level.
    }
}
