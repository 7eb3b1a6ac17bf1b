package dev.sendero.api.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255",
        "172.16.0.0/12, 172.31.0.1",
        "127.0.0.1/32, 127.0.0.1",
        "0.0.0.0/0, 203.0.113.9",
        "fd00::/8, fdff::1",
        "2001:db8::/33, 2001:db8:7fff::1",
        "::1/128, ::1"
    })
    void it_contains_what_begins_with_its_bits(String cidr, String address) throws UnknownHostException {
        assertThat(range(cidr).contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 11.0.0.0",
        "172.16.0.0/12, 172.32.0.0",
        "127.0.0.1/32, 127.0.0.2",
        "2001:db8::/33, 2001:db8:8000::1",
        "0.0.0.0/0, ::1",
        "::/0, 127.0.0.1"
    })
    void it_contains_nothing_else(String cidr, String address) throws UnknownHostException {
        assertThat(range(cidr).contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/33",
                "::1/129",
                "10.0.0/8",
                "300.0.0.0/8",
                "localhost/8",
                "a:b/8",
                "10.0.0.0/-1",
                "fe80::1%eth0/64"
            })
    void what_is_no_block_is_none(String cidr) {
        assertThat(AddressRange.parse(cidr)).isEmpty();
    }

    @Test
    void equal_blocks_are_equal() {
        assertThat(range("10.0.0.0/8")).isEqualTo(range("10.0.0.0/8"));
    }

    private static AddressRange range(String cidr) {
        return AddressRange.parse(cidr).orElseThrow();
    }
}
