package dev.sendero.cli.options;

import picocli.CommandLine.Option;

/** {@code --to}: which running system is meant. */
public final class BrokersOption {

    @Option(names = "--to", paramLabel = "HOST:PORT", required = true, description = "Brokers of the running system.")
    private String brokers = "";

    /** As Kafka's clients take them: {@code host:port}, separated by commas. */
    public String bootstrapServers() {
        return brokers;
    }
}
