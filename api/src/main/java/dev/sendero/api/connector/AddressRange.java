package dev.sendero.api.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IP addresses that begin with the same bits: a block in CIDR notation (RFC 4632, 3.1; RFC 4291, 2.3).
 *
 * @param first an address of the block
 * @param bits how many bits all its addresses share, from 0 to 32, or to 128 for IPv6
 */
public record AddressRange(InetAddress first, int bits) {

    /** Only literals: a name would be looked up. */
    private static final Pattern CIDR =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

    /** @param cidr such as {@code 10.0.0.0/8} or {@code fd00::/8}; empty is returned for anything else */
    public static Optional<AddressRange> parse(String cidr) {
        Matcher matched = CIDR.matcher(cidr);
        if (!matched.matches()) {
            return Optional.empty();
        }
        try {
            InetAddress first = InetAddress.getByName(matched.group(1));
            int bits = Integer.parseInt(matched.group(2));
            return bits <= first.getAddress().length * Byte.SIZE
                    ? Optional.of(new AddressRange(first, bits))
                    : Optional.empty();
        } catch (UnknownHostException noLiteral) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of these; one of IPv4 is never one of IPv6. */
    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int at = 0; at * Byte.SIZE < bits; at++) {
            int differing = (ours[at] ^ theirs[at]) & 0xff;
            int compared = Math.min(Byte.SIZE, bits - at * Byte.SIZE);
            if (differing >>> (Byte.SIZE - compared) != 0) {
                return false;
            }
        }
        return true;
    }
}
