package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.api.link.TokenKey;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CustomerLinksTest {

    private static final Content MAIL = new Content.Email(
            "",
            "",
            "s",
            "",
            Content.Format.HTML,
            "<p>{% if links.unsubscribe %}<a href=\"{{ links.unsubscribe }}\">No more</a> {% endif %}"
                    + "<a href='{{ links.preferences }}'>Choose</a> <a href=\"https://a.example\">Shop</a></p>",
            Map.of(),
            Map.of(),
            Map.of("utm_source", "x"));

    private final Links addresses = new Links(URI.create("https://mail.shop.example"), TokenKey.of(new byte[32]));
    private final CustomerLinks links = new CustomerLinks(addresses::to);

    @Test
    void a_mail_of_a_group_says_where_it_is_left() throws RenderFailure {
        Message message = message("offers");

        Rendered.Email mail = rendered(message, links);

        assertThat(HtmlLinks.of(mail.html()))
                .containsExactly(
                        addresses
                                .to(new Link.Unsubscribe(
                                        message.id(), message.customer(), message.channel(), message.group()))
                                .toString(),
                        addresses.to(new Link.Preferences(message.customer())).toString(),
                        "https://a.example?utm_source=x");
        assertThat(mail.text()).contains("No more (https://mail.shop.example/l/");
    }

    @Test
    void a_transactional_one_has_nothing_to_leave() throws RenderFailure {
        assertThat(HtmlLinks.of(rendered(message("transactional"), links).html()))
                .hasSize(2);
    }

    @Test
    void where_nobody_gets_it_an_address_says_what_it_stands_for() throws RenderFailure {
        assertThat(HtmlLinks.of(
                        rendered(message("offers"), CustomerLinks.SAMPLE).html()))
                .startsWith("https://links.example/unsubscribe", "https://links.example/preferences");
    }

    @Test
    void a_text_message_can_say_it_too() throws RenderFailure {
        Message message = message("offers");

        Rendered sms = new LiquidRenderer()
                .render(new Content.Sms("", "No more: {{ links.unsubscribe }}"), "+49", links.variables(message));

        assertThat(sms.shownText())
                .startsWith("No more: https://mail.shop.example/l/")
                .hasSizeBetween(170, 200);
    }

    private static Rendered.Email rendered(Message message, CustomerLinks links) throws RenderFailure {
        return (Rendered.Email) new LiquidRenderer().render(MAIL, message.to(), links.variables(message));
    }

    private static Message message(String group) {
        return new Message(
                new MessageId("a".repeat(64)),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId("run"),
                new StepId("nudge"),
                Channel.EMAIL,
                new CustomerId("ada"),
                Instant.EPOCH,
                "ada@example.com",
                group,
                MAIL.id(),
                Map.of(),
                Instant.MAX);
    }
}
