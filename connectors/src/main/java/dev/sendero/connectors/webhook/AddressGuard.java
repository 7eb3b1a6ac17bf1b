package dev.sendero.connectors.webhook;

import dev.sendero.api.connector.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those of this machine, its network and its cloud. */
final class AddressGuard {

    /** What the IANA IPv4 Special-Purpose Address Registry does not call globally reachable, and multicast. */
    private static final List<AddressRange> NOT_PUBLIC_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** RFC 4291, 2.4: what is assigned to the internet. Loopback, link-local, unique-local, mapped and multicast are outside. */
    private static final AddressRange GLOBAL_UNICAST = range("2000::/3");

    /** Of it: Teredo and other protocols, documentation, and 6to4, which leads to an IPv4 address that the sender chooses. */
    private static final List<AddressRange> NOT_PUBLIC_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** RFC 6052, 2.1: the last four bytes are the IPv4 address that a translator connects to. */
    private static final AddressRange NAT64 = range("64:ff9b::/96");

    private static final int NAT64_PREFIX_BYTES = 12;

    private final List<AddressRange> allowed;

    /** @param allowed what may be called although it is not public */
    AddressGuard(List<AddressRange> allowed) {
        this.allowed = allowed;
    }

    boolean mayBeCalled(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return !isIn(NOT_PUBLIC_IPV4, address);
        }
        if (NAT64.contains(address)) {
            return isPublic(translated(address));
        }
        return GLOBAL_UNICAST.contains(address) && !isIn(NOT_PUBLIC_IPV6, address);
    }

    private static InetAddress translated(InetAddress nat64) {
        byte[] bytes = nat64.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("IPv6 address: " + bytes.length + " bytes (expected: 16)", impossible);
        }
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Arrays.stream(cidrs).map(AddressGuard::range).toList();
    }

    private static AddressRange range(String cidr) {
        return AddressRange.parse(cidr).orElseThrow();
    }
}
