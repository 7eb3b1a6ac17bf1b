package dev.sendero.gateway.link;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Hash;
import dev.sendero.api.message.Channel;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.consent.Choice;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.consent.StatedConsent;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.rules.project.SubscriptionGroup;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jsoup.nodes.Element;

/** The page on which a customer says what they want to get, and how. */
final class PreferencePage {

    private static final String SOURCE = "preference page";
    private static final String TITLE = "What would you like to hear from us?";

    private final ProjectBoard board;
    private final ConsentDesk desk;

    PreferencePage(ProjectBoard board, ConsentDesk desk) {
        this.board = board;
        this.desk = desk;
    }

    void show(Context context, CustomerId customer) {
        var page = new CustomerPage(TITLE);
        Collection<SubscriptionGroup> groups = groups();
        if (groups.isEmpty()) {
            page.paragraph("There is nothing to choose at the moment.").show(context, 200);
            return;
        }
        StatedConsent stated = desk.statedBy(customer);
        Element form = page.form();
        for (SubscriptionGroup group : groups) {
            Element set = form.appendElement("fieldset");
            set.appendElement("legend").text(titleOf(group));
            for (Channel channel : channelsOf(group)) {
                Element label = set.appendElement("label");
                Element box =
                        label.appendElement("input").attr("type", "checkbox").attr("name", nameOf(group, channel));
                if (stated.agreesTo(group, channel)) {
                    box.attr("checked", "");
                }
                label.appendText("by " + channel.title());
            }
        }
        form.appendElement("button").text("Save");
        page.show(context, 200);
    }

    /** Takes down what has been changed. */
    void save(Context context, CustomerId customer) throws EventLogUnavailable {
        StatedConsent stated = desk.statedBy(customer);
        var changed = new ArrayList<Choice>();
        for (SubscriptionGroup group : groups()) {
            for (Channel channel : channelsOf(group)) {
                boolean wanted = context.formParam(nameOf(group, channel)) != null;
                if (wanted != stated.agreesTo(group, channel)) {
                    changed.add(new Choice(channel, group.name(), wanted));
                }
            }
        }
        desk.takeDown(customer, changed, SOURCE, textVersion());
        new CustomerPage("Saved")
                .paragraph("We write to you as you have chosen from now on.")
                .link("Change it again", context.path())
                .show(context, 200);
    }

    private Collection<SubscriptionGroup> groups() {
        return board.notice().groups().values();
    }

    private static List<Channel> channelsOf(SubscriptionGroup group) {
        return group.channels().stream()
                .filter(Channel::reachesCustomer)
                .sorted()
                .toList();
    }

    private static String titleOf(SubscriptionGroup group) {
        return group.title().isEmpty() ? group.name() : group.title();
    }

    private static String nameOf(SubscriptionGroup group, Channel channel) {
        return group.name() + "/" + channel.wireName();
    }

    /** Another one when the words on the page change. */
    private String textVersion() {
        var words = new ArrayList<String>(List.of(TITLE));
        groups().forEach(group -> words.add(titleOf(group)));
        return Hash.of(12, words.toArray(String[]::new));
    }
}
