package dev.sendero.benchmarks.courier;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.io.IOException;
import java.util.function.Consumer;

/** To whom is delivered. */
enum Target {
    /** A mail server: messages in doubt are held, so that only what is being called is claimed. */
    SMTP(Channel.EMAIL) {
        @Override
        Provider open(Consumer<MessageId> arrivals) throws IOException {
            return new SmtpServer();
        }
    },
    /** A receiver that recognises repeats: claims are made in large groups. */
    HTTP(Channel.WEBHOOK) {
        @Override
        Provider open(Consumer<MessageId> arrivals) throws IOException {
            return new HttpServerOfBench(arrivals);
        }
    };

    private final Channel channel;

    Target(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    /** @param arrivals hears of every message as it comes in, where the target can tell; from many threads */
    abstract Provider open(Consumer<MessageId> arrivals) throws IOException;
}
