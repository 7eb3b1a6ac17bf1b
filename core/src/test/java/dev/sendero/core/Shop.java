package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.project.Bounds;
import dev.sendero.rules.project.LinkSettings;
import dev.sendero.rules.project.SendingRules;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.project.SubscriptionGroup;
import dev.sendero.rules.trait.ProfileRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shop on 1 March 2026 with one customer, ada, who has an address and gets offers. Times are {@code 10:00},
 * {@code 10:00:30} or, on later days, {@code +2d 10:00}.
 */
final class Shop {

    static final CustomerId ADA = new CustomerId("ada");
    static final Settings SETTINGS = new Settings(
            "shop",
            ZoneId.of("UTC"),
            "EUR",
            List.of(),
            Map.of(
                    "offers",
                    new SubscriptionGroup("offers", "Offers", Set.of(Channel.EMAIL, Channel.SMS), true),
                    "news",
                    new SubscriptionGroup("news", "News", Set.of(Channel.EMAIL), false)),
            Map.of(),
            LinkSettings.NONE,
            List.of("key"),
            Bounds.DEFAULT,
            Share.NONE,
            Utm.OFF,
            SendingRules.NONE,
            MadeEvents.NONE,
            ProfileRules.NONE);

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    private final Settings settings;
    private Decider decider;
    private Allocation allocation = Allocation.BY_HASH;
    private CustomerState state = CustomerState.fresh(ADA);
    private final List<Effect> effects = new ArrayList<>();
    private final List<Linked.Past> history = new ArrayList<>();
    private int events;

    private Shop(Settings settings, Journey... journeys) {
        this.settings = settings;
        decider = new Decider(
                JourneySet.of(
                        settings,
                        Arrays.stream(journeys).map(VersionInForce::always).toList()),
                allocation);
        identify("00:00", Map.of("email", "ada@example.com", "phone", "+4912345"));
    }

    static Shop with(JourneyBuilder... journeys) {
        return with(SETTINGS, journeys);
    }

    static Shop sendingBy(SendingRules rules, JourneyBuilder... journeys) {
        return with(SETTINGS.with(rules), journeys);
    }

    private static Shop with(Settings settings, JourneyBuilder... journeys) {
        return new Shop(
                settings, Arrays.stream(journeys).map(JourneyBuilder::build).toArray(Journey[]::new));
    }

    /** Every draw falls into this bucket from now on. */
    Shop everybodyIn(int bucket, JourneyBuilder... journeys) {
        allocation = (journey, split, customer) -> bucket;
        return put(Instant.MIN, List.of(journeys), List.of());
    }

    /** What is drained was open until a time, and what is current is open from then on. */
    private Shop put(Instant at, List<JourneyBuilder> current, List<JourneyBuilder> draining) {
        List<VersionInForce> versions = new ArrayList<>();
        current.forEach(builder -> versions.add(new VersionInForce(builder.build(), at, Instant.MAX)));
        draining.forEach(builder -> versions.add(new VersionInForce(builder.build(), Instant.MIN, at)));
        decider = new Decider(JourneySet.of(settings, versions), allocation);
        return this;
    }

    /** A new version, and nothing that anybody has to be brought in line with. */
    Shop add(String at, List<JourneyBuilder> current, List<JourneyBuilder> draining) {
        return put(time(at), current, draining);
    }

    Shop publish(String at, List<JourneyBuilder> current, List<JourneyBuilder> draining) {
        put(time(at), current, draining);
        Set<JourneyId> migrating = current.stream()
                .map(JourneyBuilder::build)
                .filter(Journey::migrate)
                .map(Journey::id)
                .collect(Collectors.toSet());
        CustomerState before = state.copy();
        Reconciled reconciled = decider.reconcile(state, time(at), migrating);
        effects.addAll(reconciled.effects());
        if (!reconciled.isChanged()) {
            assertThat(state).isEqualTo(before);
        }
        return this;
    }

    static Instant time(String text) {
        int day = text.startsWith("+") ? Integer.parseInt(text.substring(1, text.indexOf('d'))) : 0;
        String clock = text.substring(text.indexOf(' ') + 1);
        return MIDNIGHT.plus(Duration.ofDays(day))
                .plusNanos(LocalTime.parse(clock).toNanoOfDay());
    }

    static String clock(Instant time) {
        long day = Duration.between(MIDNIGHT, time).toDays();
        LocalTime clock = LocalTime.ofInstant(time, ZoneOffset.UTC);
        return (day == 0 ? "" : "+" + day + "d ") + clock;
    }

    Shop identify(String at, Map<String, Object> traits) {
        return apply(Event.identify(nextId(), ADA, time(at), traits));
    }

    Shop event(String at, String name) {
        return event(at, name, Map.of());
    }

    Shop event(String at, String name, Map<String, Object> properties) {
        return apply(Event.track(nextId(), name, ADA, time(at), properties));
    }

    Shop eventWithId(String id, String at, String name) {
        return apply(Event.track(new EventId(id), name, ADA, time(at), Map.of()));
    }

    Shop tooOld(String at, String name) {
        effects.addAll(
                decider.apply(state, Event.track(nextId(), name, ADA, time(at), Map.of()), Admission.PROFILE_ONLY));
        return this;
    }

    /** What ada does on a device before she logs in there. */
    Shop before(String at, String name) {
        return before(at, name, Map.of());
    }

    Shop before(String at, String name, Map<String, Object> properties) {
        history.add(new Linked.Past(Event.track(nextId(), name, ADA, time(at), properties), Admission.ALL));
        return this;
    }

    Shop beforeWithTraits(String at, Map<String, Object> traits) {
        history.add(new Linked.Past(Event.identify(nextId(), ADA, time(at), traits), Admission.ALL));
        return this;
    }

    /** The customer was a device, and now somebody logs in on it. */
    Shop departs(String at) {
        effects.addAll(decider.depart(state, time(at)));
        return this;
    }

    /** Somebody asks for the customer to be forgotten. */
    Shop erase(String at) {
        return apply(ErasureEvents.of(nextId(), ADA, time(at), Erasure.Why.ASKED));
    }

    /** She logs in there now, by an event that means nothing else. */
    Shop logsIn(String at) {
        effects.addAll(decider.link(state, new Linked(time(at), List.copyOf(history))));
        history.clear();
        return event(at, "Signed In");
    }

    /** The customer opens or clicks the newest message. */
    Shop receipt(String at, ReceiptEvents.Kind kind) {
        Message message = messages().get(messages().size() - 1);
        return apply(ReceiptEvents.of(kind, message, time(at)));
    }

    Shop apply(Event event) {
        effects.addAll(decider.apply(state, event, Admission.ALL));
        return this;
    }

    private EventId nextId() {
        return new EventId("e%04d".formatted(events++));
    }

    Shop until(String at) {
        effects.addAll(decider.advance(state, time(at)));
        return this;
    }

    Shop aYearLater() {
        return until("+366d 00:00");
    }

    List<Effect> effects() {
        return effects;
    }

    CustomerState state() {
        return state;
    }

    Decider decider() {
        return decider;
    }

    void restore(CustomerState restored) {
        state = restored;
    }

    List<Message> messages() {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .toList();
    }

    /** Each as {@code 11:00 reminder}. */
    List<String> sent() {
        return messages().stream()
                .map(message -> clock(message.at()) + " " + message.step())
                .toList();
    }

    List<Cancellation> cancellations() {
        return effects.stream()
                .filter(Effect.Cancel.class::isInstance)
                .map(effect -> ((Effect.Cancel) effect).cancellation())
                .toList();
    }

    List<Erasure> erasures() {
        return effects.stream()
                .filter(Effect.Erase.class::isInstance)
                .map(effect -> ((Effect.Erase) effect).erasure())
                .toList();
    }

    List<Fact> facts(FactType type) {
        return facts().stream().filter(fact -> fact.type() == type).toList();
    }

    List<Fact> facts() {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .toList();
    }

    /** Each as {@code 11:00 exited Order Completed}: time, type and what there is of step, arm, key, reason. */
    List<String> log() {
        return facts().stream().map(Shop::line).toList();
    }

    List<String> log(FactType type) {
        return facts(type).stream().map(Shop::line).toList();
    }

    private static String line(Fact fact) {
        return String.join(
                        " ",
                        clock(fact.at()),
                        fact.type().wireName(),
                        fact.step(),
                        fact.arm(),
                        fact.key(),
                        fact.reason())
                .replaceAll(" +", " ")
                .strip();
    }
}
