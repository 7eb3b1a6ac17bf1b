package dev.sendero.cli.publish;

import dev.sendero.cli.options.BrokersOption;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that takes journeys of a running system from one state into another. */
abstract sealed class StateCommand implements Callable<Integer> permits PauseCommand, ResumeCommand {

    private final StateChange change;
    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(paramLabel = "JOURNEY", arity = "0..*", description = "Which, by their ids.")
    private List<String> journeys = new ArrayList<>();

    @Mixin
    private BrokersOption to = new BrokersOption();

    StateCommand(StateChange change, Terminal terminal, InstantSource clock) {
        this.change = change;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Whether all journeys are meant. */
    abstract boolean all();

    @Override
    public final Integer call() {
        if (journeys.isEmpty() != all()) {
            throw CommandFailure.usage("which journeys?", "name them, or write --all");
        }
        return change.apply(to.bootstrapServers(), journeys, clock, terminal);
    }
}
