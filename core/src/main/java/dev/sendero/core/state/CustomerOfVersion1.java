package dev.sendero.core.state;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** Reads a customer's state as version 1 wrote it, with the customer's id inside. */
final class CustomerOfVersion1 {

    private CustomerOfVersion1() {}

    static Customer read(DataInput bytes) throws IOException {
        var input = StateInput.ofVersion1(bytes);
        var customer = new Customer(new CustomerId(input.readText()));
        customer.moveTo(input.readLong(), input.readText());
        customer.nextDeadline(input.readLong());
        customer.change(ProfileCodec.read(input));
        for (int left = input.readCount(); left > 0; left--) {
            customer.add(InheritedCodec.read(input));
        }
        for (int left = input.readCount(); left > 0; left--) {
            customer.add(readRun(input));
        }
        for (int left = input.readCount(); left > 0; left--) {
            customer.add(new Entry(new JourneyId(input.readName()), input.readText(), input.readLong()));
        }
        return customer;
    }

    private static Run readRun(StateInput input) throws IOException {
        var id = new RunId(input.readText());
        JourneyVersion journey = input.readVersion();
        String key = input.readText();
        long enteredAt = input.readLong();
        return new Run(
                id,
                journey,
                key,
                enteredAt,
                input.readObject(),
                (int) input.readLong(),
                input.readFlag(),
                input.readLong(),
                input.readFlag(),
                input.readFlag(),
                Map.of(),
                enteredAt);
    }
}
