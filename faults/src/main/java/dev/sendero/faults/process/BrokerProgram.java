package dev.sendero.faults.process;

import dev.sendero.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker and nothing else. */
final class BrokerProgram {

    private BrokerProgram() {}

    /** @param arguments the folder of its data, and its port */
    public static void main(String[] arguments) throws Exception {
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("broker at " + broker.bootstrapServers());
            new CountDownLatch(1).await();
        }
    }
}
