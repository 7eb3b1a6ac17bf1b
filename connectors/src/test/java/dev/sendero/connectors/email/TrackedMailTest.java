package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.api.link.TokenKey;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedMailTest {

    private static final MessageId MESSAGE = new MessageId("message-1");
    private static final Set<String> ALL = Set.of();

    private final Links links = new Links(URI.create("https://shop.example.com"), TokenKey.of(new byte[32]));
    private final URI unsubscribe = links.to(new Link.Preferences(new CustomerId("ada")));

    @Test
    void a_link_leads_where_it_did_by_way_of_the_gateway() {
        String html = "<p><a class='x' HREF=\"https://shop.example.com/cart?a=1&amp;b=2#end\">Cart</a></p>";

        String followed = followed(html, new TrackingSettings(false, true, false, ALL));

        assertThat(targetOf(Jsoup.parse(followed).selectFirst("a")))
                .isEqualTo(new Link.Click(MESSAGE, "https://shop.example.com/cart?a=1&b=2#end"));
    }

    @Test
    void nothing_else_of_the_page_changes() {
        String html = "<!doctype html><!--[if mso]><table><tr><td><![endif]-->\n<TABLE width=600><tr><td>"
                + "<a href=https://a.example/x>one</a>&nbsp;<a href='https://b.example'>two</a> <br/>\n"
                + "<![if !mso]><p>unclosed<![endif]></table>\n";

        String followed = followed(html, new TrackingSettings(false, true, false, ALL));

        assertThat(followed.replaceAll("https://shop\\.example\\.com/l/[A-Za-z0-9_.-]+", "LINK"))
                .isEqualTo(html.replace("https://a.example/x", "LINK").replace("https://b.example", "LINK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:shop@example.com",
                "tel:+34600000000",
                "#top",
                "/cart",
                "javascript:alert(1)",
                "https://",
                "https://a b.example/",
                ""
            })
    void what_leads_elsewhere_than_to_the_web_stays(String address) {
        String html = "<a href=\"" + address + "\">x</a>";

        assertThat(followed(html, new TrackingSettings(false, true, false, ALL)))
                .isEqualTo(html);
    }

    @Test
    void a_link_to_unsubscribe_is_never_followed() {
        String html = "<a href=\"" + unsubscribe + "\">Unsubscribe</a>";

        assertThat(followed(html, new TrackingSettings(true, true, true, ALL))).startsWith(html);
    }

    @Test
    void a_picture_tells_of_opening_and_stands_at_the_end() {
        String followed =
                followed("<html><body><p>text</p></body></html>", new TrackingSettings(true, false, false, ALL));

        assertThat(followed).startsWith("<html><body><p>text</p><img ").endsWith("></body></html>");
        String source = Jsoup.parse(followed).selectFirst("img").attr("src");
        assertThat(links.read(source.substring(source.lastIndexOf('/') + 1))).hasValue(new Link.Open(MESSAGE));
    }

    @Test
    void the_text_stays_as_it_is_unless_it_is_asked_for() {
        var mail = new Rendered.Email("ada@example.com", "", "s", "", "See https://a.example/x. Bye", "");

        assertThat(sent(mail, "offers", new TrackingSettings(true, true, false, ALL))
                        .text())
                .isEqualTo(mail.text());
        assertThat(sent(mail, "offers", new TrackingSettings(true, true, true, ALL))
                        .text())
                .matches("See https://shop\\.example\\.com/l/\\S+\\. Bye");
    }

    @Test
    void a_group_that_is_not_named_and_mail_without_a_group_are_not_followed() {
        var mail = new Rendered.Email("ada@example.com", "", "s", "", "", "<a href='https://a.example'>x</a>");
        var onlyNews = new TrackingSettings(true, true, true, Set.of("news"));

        assertThat(sent(mail, "offers", onlyNews)).isEqualTo(mail);
        assertThat(sent(mail, "news", onlyNews)).isNotEqualTo(mail);
        assertThat(sent(mail, "transactional", new TrackingSettings(true, true, true, ALL), Optional.empty()))
                .isEqualTo(mail);
    }

    private String followed(String html, TrackingSettings tracking) {
        return sent(new Rendered.Email("ada@example.com", "", "s", "", "", html), "offers", tracking)
                .html();
    }

    private Link targetOf(Element link) {
        String address = link.attr("href");
        return links.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private Rendered.Email sent(Rendered.Email mail, String group, TrackingSettings tracking) {
        return sent(mail, group, tracking, Optional.of(unsubscribe));
    }

    private Rendered.Email sent(
            Rendered.Email mail, String group, TrackingSettings tracking, Optional<URI> unsubscribing) {
        var carrier = new Carrier();
        Delivery delivery = Post.delivery(mail, unsubscribing);
        new TrackedMail(carrier, links, tracking)
                .send(new Delivery(
                        delivery.id(),
                        delivery.journey(),
                        delivery.run(),
                        delivery.step(),
                        delivery.customer(),
                        group,
                        mail,
                        delivery.decidedAt(),
                        1,
                        unsubscribing));
        return (Rendered.Email) carrier.sent.get(0).content();
    }

    private static final class Carrier implements Connector {
        private final List<Delivery> sent = new ArrayList<>();

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean recognisesRepeats() {
            return true;
        }

        @Override
        public Outcome send(Delivery delivery) {
            sent.add(delivery);
            return new Outcome.Accepted("7");
        }

        @Override
        public void close() {}
    }
}
