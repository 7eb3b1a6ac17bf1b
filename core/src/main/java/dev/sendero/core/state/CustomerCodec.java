package dev.sendero.core.state;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A customer's state as bytes. The first byte is the version; what older versions wrote is read for ever. */
public final class CustomerCodec {

    private static final byte VERSION = 2;

    private CustomerCodec() {}

    public static void write(Customer customer, DataOutput bytes) throws IOException {
        bytes.writeByte(VERSION);
        var output = new StateOutput(bytes);
        output.writeText(customer.id().value());
        writePosition(customer.position(), output);
        output.writeLong(customer.nextDeadline());
        ProfileCodec.write(customer.profile(), output);
        output.writeCount(customer.partials().size());
        for (Partial partial : customer.partials()) {
            writePartial(partial, output);
        }
        output.writeCount(customer.runs().size());
        for (Run run : customer.runs()) {
            writeRun(run, output);
        }
        output.writeCount(customer.entries().size());
        for (Entry entry : customer.entries()) {
            output.writeName(entry.journey().value());
            output.writeText(entry.key());
            output.writeLong(entry.at());
        }
        output.writeCount(customer.hosted().size());
        for (Hosted hosted : customer.hosted()) {
            writeVersion(hosted.journey(), output);
            output.writeBytes(hosted.content());
            output.writeLong(hosted.deadline());
        }
    }

    public static Customer read(DataInput bytes) throws IOException {
        byte version = bytes.readByte();
        if (version < 1 || version > VERSION) {
            throw new IOException("version of a customer's state: " + version + " (expected: 1 to " + VERSION + ")");
        }
        var input = new StateInput(bytes);
        var customer = new Customer(new CustomerId(input.readText()));
        customer.moveTo(readPosition(input));
        customer.nextDeadline(input.readLong());
        customer.change(ProfileCodec.read(input));
        for (int left = input.readCount(); left > 0; left--) {
            customer.partials().add(readPartial(input));
        }
        for (int left = input.readCount(); left > 0; left--) {
            customer.runs().add(readRun(input));
        }
        for (int left = input.readCount(); left > 0; left--) {
            customer.entries().add(new Entry(new JourneyId(input.readName()), input.readText(), input.readLong()));
        }
        for (int left = version == 1 ? 0 : input.readCount(); left > 0; left--) {
            customer.hosted().add(new Hosted(readVersion(input), input.readBytes(), input.readLong()));
        }
        return customer;
    }

    private static void writePosition(Position position, StateOutput output) throws IOException {
        output.writeLong(position.millis());
        output.writeText(position.event());
    }

    private static Position readPosition(StateInput input) throws IOException {
        return new Position(input.readLong(), input.readText());
    }

    private static void writeVersion(JourneyVersion journey, StateOutput output) throws IOException {
        output.writeName(journey.journey().value());
        output.writeName(journey.version());
    }

    /** Journeys and versions are few and customers many, so that all of them share one text for each. */
    private static JourneyVersion readVersion(StateInput input) throws IOException {
        return new JourneyVersion(
                new JourneyId(input.readName().intern()), input.readName().intern());
    }

    private static void writePartial(Partial partial, StateOutput output) throws IOException {
        writeVersion(partial.journey(), output);
        output.writeText(partial.key());
        output.writeCount(partial.item());
        output.writeCount(partial.count());
        output.writeName(partial.firstEvent());
        output.writeLong(partial.firstAt());
        output.writeName(partial.lastEvent());
        output.writeLong(partial.anchor().millis());
        output.writeName(partial.anchor().event());
        output.writeObject(partial.captured());
        output.writeObject(partial.trigger());
        output.writeLong(partial.deadline());
    }

    private static Partial readPartial(StateInput input) throws IOException {
        return new Partial(
                readVersion(input),
                input.readText(),
                input.readCount(),
                input.readCount(),
                input.readName(),
                input.readLong(),
                input.readName(),
                new Position(input.readLong(), input.readName()),
                input.readObject(),
                input.readObject(),
                input.readLong());
    }

    private static void writeRun(Run run, StateOutput output) throws IOException {
        output.writeText(run.id().value());
        writeVersion(run.journey(), output);
        output.writeText(run.key());
        output.writeLong(run.enteredAt());
        output.writeObject(run.captured());
        output.writeLong(run.position());
        output.writeFlag(run.waiting());
        output.writeLong(run.deadline());
        output.writeFlag(run.converted());
        output.writeFlag(run.held());
    }

    private static Run readRun(StateInput input) throws IOException {
        return new Run(
                new RunId(input.readText()),
                readVersion(input),
                input.readText(),
                input.readLong(),
                input.readObject(),
                (int) input.readLong(),
                input.readFlag(),
                input.readLong(),
                input.readFlag(),
                input.readFlag());
    }
}
