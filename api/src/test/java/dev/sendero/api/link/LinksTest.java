package dev.sendero.api.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

    private static final URI HOME = URI.create("https://mail.shop.example");
    private static final Links LINKS = new Links(HOME, key((byte) 1));

    static List<Link> links() {
        var message = new MessageId("m-1");
        return List.of(
                new Link.Unsubscribe(message, new CustomerId("Ada Lovelace, née Byron"), Channel.EMAIL, "offers"),
                new Link.Preferences(new CustomerId("ada")),
                new Link.Click(message, "https://shop.example/cart?a=1&b=ü"),
                new Link.Open(message));
    }

    @ParameterizedTest
    @MethodSource("links")
    void what_an_address_stands_for_is_read_from_its_token(Link link) {
        assertThat(LINKS.read(tokenOf(link))).contains(link);
    }

    @ParameterizedTest
    @MethodSource("links")
    void a_token_of_which_any_character_has_been_changed_stands_for_nothing(Link link) {
        String token = tokenOf(link);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(LINKS.read(forged)).as(forged).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("links")
    void a_token_of_another_key_stands_for_nothing(Link link) {
        assertThat(new Links(HOME, key((byte) 2)).read(tokenOf(link))).isEmpty();
    }

    @Test
    void nonsense_stands_for_nothing() {
        assertThat(List.of("", ".", "..", "x", "a.b.c", "%%%"))
                .allMatch(token -> LINKS.read(token).isEmpty());
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> TokenKey.of(new byte[31])).hasMessage("secret: 31 bytes (expected: 32 or more)");
    }

    private static String tokenOf(Link link) {
        String address = LINKS.to(link).toString();
        assertThat(address).startsWith("https://mail.shop.example/l/");
        return address.substring("https://mail.shop.example/l/".length());
    }

    private static TokenKey key(byte first) {
        byte[] secret = new byte[TokenKey.SHORTEST_SECRET_BYTES];
        secret[0] = first;
        return TokenKey.of(secret);
    }
}
