package dev.sendero.connectors.email;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import java.time.Duration;

/**
 * Between rendering and the connector that carries mail: lets links lead by way of the gateway, and adds a picture that
 * tells that the mail was opened. A mail from which nobody can unsubscribe, such as a receipt of an order, is not
 * followed.
 */
public final class TrackedMail implements Connector {

    private final Connector carrier;
    private final Links links;
    private final TrackingSettings tracking;

    /** @param carrier closed with this */
    public TrackedMail(Connector carrier, Links links, TrackingSettings tracking) {
        this.carrier = carrier;
        this.links = links;
        this.tracking = tracking;
    }

    @Override
    public Channel channel() {
        return carrier.channel();
    }

    @Override
    public boolean recognisesRepeats() {
        return carrier.recognisesRepeats();
    }

    @Override
    public Duration longestCall() {
        return carrier.longestCall();
    }

    @Override
    public Outcome send(Delivery delivery) {
        return delivery.content() instanceof Rendered.Email email
                        && delivery.unsubscribe().isPresent()
                        && tracking.include(delivery.group())
                ? carrier.send(withContent(delivery, followed(delivery, email)))
                : carrier.send(delivery);
    }

    private Rendered.Email followed(Delivery delivery, Rendered.Email email) {
        var addresses = new FollowedAddresses(links, delivery.id());
        String html = tracking.clicks() ? MailLinks.inHtml(email.html(), addresses) : email.html();
        if (tracking.opens()) {
            html = MailLinks.withPicture(html, links.to(new Link.Open(delivery.id())));
        }
        String text = tracking.text() ? MailLinks.inText(email.text(), addresses) : email.text();
        return new Rendered.Email(email.to(), email.from(), email.subject(), email.preheader(), text, html);
    }

    private static Delivery withContent(Delivery delivery, Rendered content) {
        return new Delivery(
                delivery.id(),
                delivery.journey(),
                delivery.run(),
                delivery.step(),
                delivery.customer(),
                delivery.group(),
                content,
                delivery.decidedAt(),
                delivery.attempt(),
                delivery.unsubscribe());
    }

    @Override
    public void close() {
        carrier.close();
    }
}
