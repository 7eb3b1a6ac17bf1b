package dev.sendero.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "93.184.216.34",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::8.8.8.8"
            })
    void public_addresses_may_be_called(String address) throws UnknownHostException {
        assertThat(guard.mayBeCalled(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "2001:0:4136:e378:8000:63bf:f5ff:fffe",
                "2001:db8::1"
            })
    void others_may_not(String address) throws UnknownHostException {
        assertThat(guard.mayBeCalled(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void an_ipv4_address_that_stays_in_the_clothes_of_ipv6_may_not() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 127, 0, 0, 1};

        assertThat(guard.mayBeCalled(Inet6Address.getByAddress("hooks.example.com", mapped, -1)))
                .isFalse();
    }

    @Test
    void what_is_allowed_may_and_nothing_beside_it() throws UnknownHostException {
        var allowing =
                new AddressGuard(List.of(AddressRange.parse("10.1.0.0/16").orElseThrow()));

        assertThat(allowing.mayBeCalled(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(allowing.mayBeCalled(InetAddress.getByName("10.2.0.1"))).isFalse();
    }
}
