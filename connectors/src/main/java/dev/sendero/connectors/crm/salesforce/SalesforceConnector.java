package dev.sendero.connectors.crm.salesforce;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.http.HttpCalls;
import dev.sendero.connectors.http.HttpReply;
import dev.sendero.connectors.http.PathSegment;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;

/** Makes and changes records in Salesforce by an external id. */
public final class SalesforceConnector implements Connector {

    private static final int UNAUTHORIZED = 401;

    private final SalesforceSettings settings;
    private final HttpCalls calls;
    private final Logins logins;
    private final InstantSource clock;

    /** @param clock the time of day */
    public SalesforceConnector(SalesforceSettings settings, InstantSource clock) {
        this.settings = settings;
        this.calls = new HttpCalls(settings.connectTimeout(), settings.callTimeout());
        this.logins = new Logins(settings, calls, clock);
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.CRM;
    }

    /** A repeated change finds the record by its external id, and changes nothing. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Delivery delivery) {
        if (!(delivery.content() instanceof Rendered.Crm crm)) {
            return permanent("not a change of a record: " + delivery.content().channel());
        }
        String key = settings.keys().getOrDefault(crm.object(), "");
        if (key.isEmpty()) {
            return permanent("sendero.yaml names no key of records of the kind '" + crm.object() + "'");
        }
        if (!crm.note().isEmpty()) {
            return permanent("notes are left in HubSpot only");
        }
        Login login = logins.get();
        if (login instanceof Login.Refused refused) {
            return refused.outcome();
        }
        HttpReply reply = calls.make(upsert((Login.Session) login, crm, key));
        if (!isUnauthorized(reply)) {
            return SalesforceAnswers.of(reply, clock.instant());
        }
        logins.forget((Login.Session) login);
        Login again = logins.get();
        return again instanceof Login.Session fresh
                ? SalesforceAnswers.of(calls.make(upsert(fresh, crm, key)), clock.instant())
                : ((Login.Refused) again).outcome();
    }

    private HttpRequest upsert(Login.Session session, Rendered.Crm crm, String key) {
        String path = "/services/data/v" + settings.version() + ".0/sobjects/" + PathSegment.of(crm.object()) + "/"
                + PathSegment.of(key) + "/" + PathSegment.of(crm.to());
        return HttpRequest.newBuilder(URI.create(session.address() + path))
                .header("Authorization", "Bearer " + session.token())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(crm.set()))
                .build();
    }

    private static boolean isUnauthorized(HttpReply reply) {
        return reply instanceof HttpReply.Answered answered && answered.status() == UNAUTHORIZED;
    }

    private static Outcome permanent(String reason) {
        return new Outcome.Permanent(reason, false);
    }

    @Override
    public void close() {
        // The client's connections end by themselves when nobody uses them.
    }
}
