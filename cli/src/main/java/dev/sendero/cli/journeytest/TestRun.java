package dev.sendero.cli.journeytest;

import dev.sendero.api.EventId;
import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.made.FanOuts;
import dev.sendero.rules.journeytest.JourneyTest;
import dev.sendero.rules.journeytest.TestEvent;
import dev.sendero.rules.journeytest.TestProfile;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the customer of one test through a journey, in the test's own time, until nothing is pending. */
final class TestRun {

    /** Deadlines after the last event; a journey with more would never come to rest. */
    private static final int MAX_DEADLINES = 10_000;

    private final JourneyTest test;
    private final TestCalendar calendar;
    private final TestCustomer customer;
    private final TestItems items;
    private final boolean usesDevice;
    private final Renderer renderer;
    private final Map<ContentId, Content> contents;
    private final List<SentMessage> messages = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int events;

    TestRun(
            JourneyTest test,
            TestCalendar calendar,
            Decider decider,
            FanOuts fanOuts,
            Renderer renderer,
            Map<ContentId, Content> contents) {
        this.test = test;
        this.calendar = calendar;
        this.customer = new TestCustomer(test.profile().id(), decider);
        this.items = new TestItems(fanOuts);
        this.usesDevice = test.events().stream().anyMatch(TestEvent::anonymous);
        this.renderer = renderer;
        this.contents = contents;
    }

    /** To be called once. */
    void run() {
        List<TestEvent> inOrder = test.events().stream()
                .sorted(Comparator.comparing(event -> calendar.at(event.at())))
                .toList();
        introduce(
                inOrder.isEmpty()
                        ? calendar.beginning()
                        : calendar.at(inOrder.get(0).at()));
        inOrder.forEach(this::happen);
        Instant deadline = customer.nextDeadline();
        for (int fired = 0; !deadline.equals(Instant.MAX); fired++) {
            if (fired == MAX_DEADLINES) {
                faults.add("the journey does not come to rest: " + fired + " deadlines after the last event");
                return;
            }
            take(customer.advance(deadline));
            deadline = customer.nextDeadline();
        }
    }

    /** What is known of the customer before the first event is told by an event just before it. */
    private void introduce(Instant firstEvent) {
        TestProfile profile = test.profile();
        if (!profile.traits().isEmpty() || !profile.consent().isEmpty()) {
            var traits = new LinkedHashMap<String, Object>(profile.traits());
            if (!profile.consent().isEmpty()) {
                traits.put(ConsentEvents.TRAIT, consent(profile));
            }
            take(customer.isKnownFor(Event.identify(nextId(), profile.id(), firstEvent.minusMillis(1), traits)));
        }
    }

    private static Map<String, Object> consent(TestProfile profile) {
        var consent = new LinkedHashMap<String, Object>();
        profile.consent()
                .forEach((group, channels) -> consent.put(
                        group, channels.stream().map(Channel::wireName).sorted().toList()));
        return consent;
    }

    private void happen(TestEvent event) {
        Instant at = calendar.at(event.at());
        if (event instanceof TestEvent.Happens happens) {
            happen(Event.track(nextId(), happens.event(), test.profile().id(), at, happens.properties()), event);
        } else if (event instanceof TestEvent.Identifies identifies) {
            happen(Event.identify(nextId(), test.profile().id(), at, identifies.traits()), event);
        } else if (event instanceof TestEvent.Receives receives) {
            // Deadlines before the receipt first: the message may be sent by one of them.
            take(customer.advance(at.minusMillis(1)));
            messageOf(receives)
                    .ifPresentOrElse(
                            message -> apply(ReceiptEvents.of(receives.kind(), message, at)),
                            () -> faults.add("at " + receives.at() + " the customer reacts to the message '"
                                    + receives.step() + "', but it has not been sent by then"));
        }
    }

    /** A test that says nothing of a device needs none. */
    private void happen(Event event, TestEvent said) {
        if (items.isAnnouncement(event)) {
            items.reaching(event).ifPresent(this::apply);
            return;
        }
        items.see(event, said.anonymous());
        if (usesDevice) {
            take(customer.does(event, said.anonymous()));
        } else {
            apply(event);
        }
    }

    private Optional<Message> messageOf(TestEvent.Receives receives) {
        return messages.stream()
                .map(SentMessage::message)
                .filter(message -> message.step().equals(receives.step()))
                .reduce((earlier, later) -> later);
    }

    private EventId nextId() {
        return new EventId(String.format("test-%06d", events++));
    }

    private void apply(Event event) {
        take(customer.hearsOf(event));
    }

    private void take(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                render(send.message());
            } else if (effect instanceof Effect.Record fact) {
                facts.add(fact.fact());
            }
            // A message counts as claimed at once, so there is nothing for Effect.Cancel to take back.
        }
    }

    private void render(Message message) {
        Content content = contents.get(message.content());
        if (content == null) {
            throw new IllegalStateException(
                    "content " + message.content() + ": absent (expected: among the project's contents)");
        }
        try {
            messages.add(new SentMessage(
                    message, renderer.render(content, message.to(), CustomerLinks.SAMPLE.variables(message))));
        } catch (RenderFailure failure) {
            faults.add("the message '" + message.step() + "' cannot be rendered: " + failure.getMessage());
        }
    }

    /** In the order in which they were sent. */
    List<SentMessage> messages() {
        return messages;
    }

    List<Fact> facts() {
        return facts;
    }

    /** Without those of the device: what a test expects, it expects of its customer. */
    List<Fact> factsOfCustomer() {
        String id = test.profile().id().value();
        return facts.stream().filter(fact -> fact.customer().equals(id)).toList();
    }

    /** Why the test cannot be judged, in sentences for its author. */
    List<String> faults() {
        return faults;
    }
}
