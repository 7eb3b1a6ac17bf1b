package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Compiles publications beside the task's own thread, which takes events meanwhile: between its publication and its
 * effective time a version has time enough. Whoever asks too early waits.
 */
final class CompilingAhead implements AutoCloseable {

    private final JourneyCompiler compiler;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "journey compiler");
        thread.setDaemon(true);
        return thread;
    });

    CompilingAhead(JourneyCompiler compiler) {
        this.compiler = compiler;
    }

    Supplier<Optional<CompiledJourney>> begin(JourneyPublication publication) {
        return CompletableFuture.supplyAsync(() -> compiler.compile(publication), thread)::join;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
