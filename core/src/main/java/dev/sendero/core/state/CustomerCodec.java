package dev.sendero.core.state;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Channel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer's state as bytes. The first byte is the version; what older versions wrote is read for ever. Who the
 * customer is is not part of it: whoever keeps the bytes knows for whom.
 */
public final class CustomerCodec {

    private static final byte VERSION_2 = 2;

    /** As version 2, with more parts: written only for who has one of these. */
    private static final byte VERSION = 3;

    private static final int PARTS_OF_VERSION_2 = 0xFF;

    private static final int HAS_POSITION = 1;
    private static final int HAS_DEADLINE = 2;
    private static final int HAS_PROFILE = 4;
    private static final int HAS_PARTIALS = 8;
    private static final int HAS_INHERITED = 16;
    private static final int HAS_HOSTED = 32;
    private static final int HAS_RUNS = 64;
    private static final int HAS_ENTRIES = 128;
    private static final int HAS_TALLIES = 256;
    private static final int HAS_MEMBERSHIPS = 512;
    private static final int HAS_COUNTED = 1024;
    private static final int HAS_SUPPRESSED = 2048;
    private static final int HAS_SENT = 4096;
    private static final int HAS_OCCASIONS = 8192;

    private CustomerCodec() {}

    public static void write(Customer customer, DataOutput bytes) throws IOException {
        int parts = partsOf(customer);
        if (parts <= PARTS_OF_VERSION_2) {
            bytes.writeByte(VERSION_2);
            bytes.writeByte(parts);
        } else {
            bytes.writeByte(VERSION);
            bytes.writeShort(parts);
        }
        var output = new StateOutput(bytes);
        Position position = customer.position();
        if ((parts & HAS_POSITION) != 0) {
            output.writeLong(position.millis());
            output.writeEventId(position.event());
        }
        if ((parts & HAS_DEADLINE) != 0) {
            output.writeLong(customer.nextDeadline());
        }
        if ((parts & HAS_PROFILE) != 0) {
            ProfileCodec.write(customer.profile(), output);
        }
        if ((parts & HAS_PARTIALS) != 0) {
            output.writeCount(customer.partials().size());
            for (Partial partial : customer.partials()) {
                PartialCodec.write(partial, position.millis(), output);
            }
        }
        if ((parts & HAS_INHERITED) != 0) {
            output.writeCount(customer.inherited().size());
            for (InheritedPartial partial : customer.inherited()) {
                InheritedCodec.write(partial, output);
            }
        }
        if ((parts & HAS_HOSTED) != 0) {
            output.writeCount(customer.hosted().size());
            for (Hosted hosted : customer.hosted()) {
                output.writeVersion(hosted.journey());
                output.writeBytes(hosted.content());
                output.writeLong(hosted.deadline());
            }
        }
        if ((parts & HAS_RUNS) != 0) {
            output.writeCount(customer.runs().size());
            for (Run run : customer.runs()) {
                RunCodec.write(run, output);
            }
        }
        if ((parts & HAS_ENTRIES) != 0) {
            output.writeCount(customer.entries().size());
            for (Entry entry : customer.entries()) {
                output.writeName(entry.journey().value());
                output.writeText(entry.key());
                output.writeLong(entry.at());
            }
        }
        if ((parts & HAS_SENT) != 0) {
            output.writeCount(customer.sent().size());
            for (Sent sent : customer.sent()) {
                output.writeLong(sent.at());
                output.writeName(sent.channel().wireName());
                output.writeName(sent.group());
            }
        }
        if ((parts & HAS_OCCASIONS) != 0) {
            output.writeCount(customer.occasions().size());
            for (Occasion occasion : customer.occasions()) {
                output.writeName(occasion.journey().value());
                output.writeLong(occasion.day());
            }
        }
        if ((parts & HAS_SUPPRESSED) != 0) {
            ProfileCodec.writeChannels(customer.profile().suppressed(), output);
        }
        if ((parts & HAS_TALLIES) != 0) {
            output.writeCount(customer.tallies().size());
            for (Tally tally : customer.tallies()) {
                TallyCodec.write(tally, position.millis(), output);
            }
        }
        if ((parts & HAS_COUNTED) != 0) {
            long[] hashes = customer.counted().hashes();
            output.writeCount(hashes.length);
            for (long hash : hashes) {
                output.writeShape(hash);
            }
        }
        if ((parts & HAS_MEMBERSHIPS) != 0) {
            output.writeCount(customer.memberships().size());
            for (Membership membership : customer.memberships()) {
                output.writeShape(membership.segment());
                output.writeFlag(membership.member());
            }
        }
    }

    private static int partsOf(Customer customer) {
        int parts = customer.position().equals(Position.START) ? 0 : HAS_POSITION;
        parts |= customer.nextDeadline() == Deadline.NEVER ? 0 : HAS_DEADLINE;
        parts |= customer.profile().equals(Profile.EMPTY) ? 0 : HAS_PROFILE;
        parts |= customer.partials().isEmpty() ? 0 : HAS_PARTIALS;
        parts |= customer.inherited().isEmpty() ? 0 : HAS_INHERITED;
        parts |= customer.hosted().isEmpty() ? 0 : HAS_HOSTED;
        parts |= customer.runs().isEmpty() ? 0 : HAS_RUNS;
        parts |= customer.entries().isEmpty() ? 0 : HAS_ENTRIES;
        parts |= customer.profile().suppressed().isEmpty() ? 0 : HAS_SUPPRESSED;
        parts |= customer.tallies().isEmpty() ? 0 : HAS_TALLIES;
        parts |= customer.counted().isEmpty() ? 0 : HAS_COUNTED;
        parts |= customer.memberships().isEmpty() ? 0 : HAS_MEMBERSHIPS;
        parts |= customer.sent().isEmpty() ? 0 : HAS_SENT;
        return parts | (customer.occasions().isEmpty() ? 0 : HAS_OCCASIONS);
    }

    /** A customer of whom it is not said yet who it is, unless version 1 wrote it. */
    public static Customer read(DataInput bytes) throws IOException {
        byte version = bytes.readByte();
        return switch (version) {
            case 1 -> CustomerOfVersion1.read(bytes);
            case VERSION_2 -> readParts(bytes.readUnsignedByte(), bytes);
            case VERSION -> readParts(bytes.readUnsignedShort(), bytes);
            default ->
                throw new IOException(
                        "version of a customer's state: " + version + " (expected: 1 to " + VERSION + ")");
        };
    }

    private static Customer readParts(int parts, DataInput bytes) throws IOException {
        var input = StateInput.of(bytes);
        var customer = new Customer();
        if ((parts & HAS_POSITION) != 0) {
            customer.moveTo(input.readLong(), input.readEventId());
        }
        long base = customer.position().millis();
        if ((parts & HAS_DEADLINE) != 0) {
            customer.nextDeadline(input.readLong());
        }
        if ((parts & HAS_PROFILE) != 0) {
            customer.change(ProfileCodec.read(input));
        }
        for (int left = (parts & HAS_PARTIALS) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.partials().add(PartialCodec.read(base, input), Station.NOWHERE);
        }
        for (int left = (parts & HAS_INHERITED) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.add(InheritedCodec.read(input));
        }
        for (int left = (parts & HAS_HOSTED) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.keep(new Hosted(input.readVersion(), input.readBytes(), input.readLong()));
        }
        for (int left = (parts & HAS_RUNS) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.add(RunCodec.read(input));
        }
        for (int left = (parts & HAS_ENTRIES) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.add(new Entry(new JourneyId(input.readName()), input.readText(), input.readLong()));
        }
        for (int left = (parts & HAS_SENT) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.add(new Sent(input.readLong(), Channel.ofWireName(input.readName()), input.readName()));
        }
        for (int left = (parts & HAS_OCCASIONS) == 0 ? 0 : input.readCount(); left > 0; left--) {
            customer.remember(new Occasion(new JourneyId(input.readName()), input.readLong()));
        }
        if ((parts & HAS_SUPPRESSED) != 0) {
            customer.change(customer.profile().withSuppressed(ProfileCodec.readChannels(input)));
        }
        List<Tally> tallies = new ArrayList<>();
        for (int left = (parts & HAS_TALLIES) == 0 ? 0 : input.readCount(); left > 0; left--) {
            tallies.add(TallyCodec.read(base, input));
        }
        customer.tallies(tallies);
        if ((parts & HAS_COUNTED) != 0) {
            customer.counted(readCounted(input));
        }
        List<Membership> memberships = new ArrayList<>();
        for (int left = (parts & HAS_MEMBERSHIPS) == 0 ? 0 : input.readCount(); left > 0; left--) {
            memberships.add(new Membership(input.readShape(), input.readFlag()));
        }
        customer.memberships(memberships);
        return customer;
    }

    private static CountedEvents readCounted(StateInput input) throws IOException {
        int count = input.readCount();
        if (count > CountedEvents.MOST) {
            throw new IOException("counted events: " + count + " (expected: 0 to " + CountedEvents.MOST + ")");
        }
        var hashes = new long[count];
        for (int index = 0; index < count; index++) {
            hashes[index] = input.readShape();
        }
        return new CountedEvents(hashes);
    }
}
