package dev.sendero.gateway.link;

import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.gateway.consent.Choice;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.events.EventLogUnavailable;
import io.javalin.http.Context;
import java.util.List;

/**
 * Ends a subscription. A GET only shows a button, since programs that look at mails follow links; a POST acts at once,
 * without cookie or redirect, be it the button's or the mail program's (RFC 8058).
 */
final class UnsubscribePage {

    private static final String ONE_CLICK = "List-Unsubscribe";

    private final Links links;
    private final ConsentDesk desk;

    UnsubscribePage(Links links, ConsentDesk desk) {
        this.links = links;
        this.desk = desk;
    }

    void show(Context context, Link.Unsubscribe link) {
        var page = new CustomerPage("Unsubscribe?")
                .paragraph("You will get no more messages of “" + link.group() + "” by "
                        + link.channel().title() + ".");
        page.form().appendElement("button").text("Unsubscribe");
        preferences(page, link).show(context, 200);
    }

    void unsubscribe(Context context, Link.Unsubscribe link) throws EventLogUnavailable {
        boolean byMailProgram = context.formParam(ONE_CLICK) != null;
        desk.takeDown(
                link.customer(),
                List.of(new Choice(link.channel(), link.group(), false)),
                byMailProgram ? "one-click unsubscribe" : "unsubscribe page",
                "");
        var page = new CustomerPage("You are unsubscribed")
                .paragraph("We send you nothing more of “" + link.group() + "” by "
                        + link.channel().title() + ".");
        preferences(page, link).show(context, 200);
    }

    private CustomerPage preferences(CustomerPage page, Link.Unsubscribe link) {
        String address = links.to(new Link.Preferences(link.customer())).getPath();
        return page.link("Choose what you would like to get", address);
    }
}
