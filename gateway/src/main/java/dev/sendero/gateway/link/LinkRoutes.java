package dev.sendero.gateway.link;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.callback.MessageReceipts;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.events.EventLogUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the links of messages lead. What lets somebody in is the token, which only Sendero can make. */
public final class LinkRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRoutes.class);
    private static final String TOKEN = "token";
    private static final String PATH = Links.PATH + "{" + TOKEN + "}";

    /** One transparent point. */
    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Links links;
    private final MessageReceipts receipts;
    private final UnsubscribePage unsubscribing;
    private final PreferencePage preferences;

    public LinkRoutes(Links links, MessageReceipts receipts, ConsentDesk desk, ProjectBoard board) {
        this.links = links;
        this.receipts = receipts;
        this.unsubscribing = new UnsubscribePage(links, desk);
        this.preferences = new PreferencePage(board, desk);
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::follow);
        routes.post(PATH, this::act);
    }

    /** Changes nothing of what the customer agrees to. */
    private void follow(Context context) {
        Optional<Link> link = links.read(context.pathParam(TOKEN));
        if (link.isEmpty()) {
            notOurs(context);
        } else if (link.get() instanceof Link.Unsubscribe unsubscribe) {
            unsubscribing.show(context, unsubscribe);
        } else if (link.get() instanceof Link.Preferences page) {
            preferences.show(context, page.customer());
        } else if (link.get() instanceof Link.Click click) {
            tell(context, ReceiptEvents.Kind.CLICKED, click);
            context.header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .redirect(click.target());
        } else if (link.get() instanceof Link.Open open) {
            tell(context, ReceiptEvents.Kind.OPENED, open);
            context.header("Cache-Control", "no-store").contentType("image/gif").result(PICTURE);
        }
    }

    private void act(Context context) {
        Optional<Link> link = links.read(context.pathParam(TOKEN));
        try {
            if (link.orElse(null) instanceof Link.Unsubscribe unsubscribe) {
                unsubscribing.unsubscribe(context, unsubscribe);
            } else if (link.orElse(null) instanceof Link.Preferences page) {
                preferences.save(context, page.customer());
            } else {
                notOurs(context);
            }
        } catch (EventLogUnavailable unavailable) {
            LOG.warn("consent is recorded, and its event is not: the customer is asked to say it again", unavailable);
            context.header("Retry-After", "5");
            new CustomerPage("Please try again")
                    .paragraph("We could not save this completely. Please go back and press the button once more.")
                    .show(context, 503);
        }
    }

    /** Who follows a link gets there, whether or not it can be written down that they did. */
    private void tell(Context context, ReceiptEvents.Kind kind, Link link) {
        if (context.method().equals(HandlerType.HEAD)) {
            return;
        }
        try {
            if (link instanceof Link.Click click) {
                receipts.tell(click.message(), kind, Map.of("url", click.target()));
            } else if (link instanceof Link.Open open) {
                receipts.tell(open.message(), kind, Map.of());
            }
        } catch (EventLogUnavailable unavailable) {
            LOG.warn("{} is not written down", kind, unavailable);
        }
    }

    private static void notOurs(Context context) {
        new CustomerPage("This link does not work")
                .paragraph("It may have been cut off. Please open the message again and use its link as it is.")
                .show(context, 404);
    }
}
