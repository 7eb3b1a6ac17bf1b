package dev.sendero.core.state;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What is kept for a computed trait, as bytes. Times are written as their distance from the customer's. */
final class TallyCodec {

    private static final int HAS_VALUE = 1;
    private static final int IS_ONE = 2;
    private static final int IS_LONG = 4;

    private static final int BITS_OF_A_LONG = 63;

    private TallyCodec() {}

    static void write(Tally tally, long base, StateOutput output) throws IOException {
        output.writeShape(tally.rule());
        output.writeCount(tally.slots().size());
        for (Slot slot : tally.slots()) {
            write(slot, base, output);
        }
    }

    private static void write(Slot slot, long base, StateOutput output) throws IOException {
        BigDecimal amount = slot.amount();
        boolean one = amount.scale() == 0 && amount.unscaledValue().equals(BigInteger.ONE);
        boolean fits = amount.unscaledValue().bitLength() <= BITS_OF_A_LONG;
        output.writeCount((slot.hasValue() ? HAS_VALUE : 0) | (one ? IS_ONE : 0) | (fits ? IS_LONG : 0));
        output.writeLong(base - slot.at());
        if (slot.hasValue()) {
            output.writeValue(slot.value());
        }
        if (!one) {
            output.writeLong(amount.scale());
            if (fits) {
                output.writeLong(amount.unscaledValue().longValue());
            } else {
                output.writeBytes(amount.unscaledValue().toByteArray());
            }
        }
    }

    static Tally read(long base, StateInput input) throws IOException {
        long rule = input.readShape();
        List<Slot> slots = new ArrayList<>();
        for (int left = input.readCount(); left > 0; left--) {
            slots.add(readSlot(base, input));
        }
        return new Tally(rule, slots);
    }

    private static Slot readSlot(long base, StateInput input) throws IOException {
        int flags = input.readCount();
        long at = base - input.readLong();
        Object value = (flags & HAS_VALUE) == 0 ? Slot.NO_VALUE : input.readValue();
        if ((flags & IS_ONE) != 0) {
            return new Slot(at, value, BigDecimal.ONE);
        }
        int scale = (int) input.readLong();
        return new Slot(
                at,
                value,
                (flags & IS_LONG) != 0
                        ? BigDecimal.valueOf(input.readLong(), scale)
                        : new BigDecimal(unscaled(input.readBytes()), scale));
    }

    private static BigInteger unscaled(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new IOException("amount: no bytes (expected: at least one)");
        }
        return new BigInteger(bytes);
    }
}
