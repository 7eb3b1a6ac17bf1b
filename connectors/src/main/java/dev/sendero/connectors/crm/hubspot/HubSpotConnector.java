package dev.sendero.connectors.crm.hubspot;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.http.HttpCalls;
import dev.sendero.connectors.pace.Pace;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Makes and changes records in HubSpot by a key of their own, and leaves notes beside them. */
public final class HubSpotConnector implements Connector {

    /** A private app may make 190 calls in any ten seconds. */
    private static final double CALLS_PER_SECOND = 19;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final HubSpotSettings settings;
    private final HubSpotRequests requests;
    private final HttpCalls calls;
    private final Pace pace;
    private final InstantSource clock;

    /** @param clock the time of day */
    public HubSpotConnector(HubSpotSettings settings, InstantSource clock) {
        this.settings = settings;
        this.requests = new HubSpotRequests(settings);
        this.calls = new HttpCalls(settings.connectTimeout(), settings.callTimeout());
        this.pace = new Pace(CALLS_PER_SECOND, LONGEST_WAIT, System::nanoTime);
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.CRM;
    }

    /** Of a repeated change nothing is changed, and of a repeated note there is one. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public void useOfRate(double share) {
        pace.use(share);
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
        Optional<Map<String, String>> values = PropertyValues.of(crm.set());
        if (values.isEmpty()) {
            return permanent("a value is none that a property of HubSpot can have");
        }
        HubSpotAnswer changed = make(requests.upsert(crm, key, values.get(), delivery));
        if (changed instanceof HubSpotAnswer.Failed failed) {
            return failed.outcome();
        }
        String record = ((HubSpotAnswer.Done) changed).id();
        return crm.note().isEmpty() ? new Outcome.Accepted(record) : note(crm, record, delivery);
    }

    private Outcome note(Rendered.Crm crm, String record, Delivery delivery) {
        HubSpotAnswer noted = make(requests.upsertNote(crm, delivery));
        if (noted instanceof HubSpotAnswer.Failed failed) {
            return failed.outcome();
        }
        String note = ((HubSpotAnswer.Done) noted).id();
        if (record.isEmpty() || note.isEmpty()) {
            return new Outcome.Ambiguous("HubSpot named no record to put the note beside");
        }
        return make(requests.associate(note, crm, record)) instanceof HubSpotAnswer.Failed failed
                ? failed.outcome()
                : new Outcome.Accepted(record);
    }

    private HubSpotAnswer make(HttpRequest request) {
        Optional<Outcome> tooFast = pace.await(settings.address().toString());
        if (tooFast.isPresent()) {
            return new HubSpotAnswer.Failed(tooFast.get());
        }
        return HubSpotAnswer.of(calls.make(request), clock.instant());
    }

    private static Outcome permanent(String reason) {
        return new Outcome.Permanent(reason, false);
    }

    @Override
    public void close() {
        // The client's connections end by themselves when nobody uses them.
    }
}
