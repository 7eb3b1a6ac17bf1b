package dev.sendero.cli.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far long work is, on a terminal; is silent elsewhere. */
public interface Progress extends AutoCloseable {

    void advance(long units);

    @Override
    void close();

    /** @param total units of work; 0 when nobody knows */
    static Progress start(Terminal terminal, String task, long total) {
        if (!terminal.errIsTerminal()) {
            return new Silent();
        }
        return new Bar(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total == 0 ? -1 : total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), 100))
                .clearDisplayOnFinish()
                .build());
    }

    /** Nobody is looking. */
    record Silent() implements Progress {
        @Override
        public void advance(long units) {}

        @Override
        public void close() {}
    }

    /** A bar that moves and is gone when the work is done. */
    record Bar(ProgressBar bar) implements Progress {
        @Override
        public void advance(long units) {
            bar.stepBy(units);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
