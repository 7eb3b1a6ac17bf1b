package dev.sendero.engine.outbox;

import java.io.Serializable;
import org.apache.kafka.clients.producer.Producer;

/** Makes the producer where it is used: it cannot travel with the job. */
@FunctionalInterface
interface ProducerFactory extends Serializable {

    Producer<byte[], byte[]> create();
}
