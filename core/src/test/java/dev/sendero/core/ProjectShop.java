package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A shop whose traits and journeys are written as in files, with one customer, ada. Times are those of {@link Shop}. */
final class ProjectShop {

    private static final String SETTINGS = """
            currency: EUR
            subscription_groups:
              offers: { title: Offers, channels: [email, sms], default: opted_in }
            """;

    private final List<Effect> effects = new ArrayList<>();
    private CustomerState state = CustomerState.fresh(Shop.ADA);
    private Project project;
    private Decider decider;
    private int events;

    private ProjectShop(Project project) {
        this.project = project;
        this.decider = decider(Instant.MIN);
    }

    /** @param journeys each begins with its trigger: the rest of the file is made around it */
    static ProjectShop of(String traits, String... journeys) {
        return new ProjectShop(project(traits, journeys));
    }

    private static Project project(String traits, String... journeys) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", SETTINGS);
        if (!traits.isEmpty()) {
            files.put("traits/all.yaml", traits);
        }
        for (String journey : journeys) {
            String id = journey.substring("journey: ".length(), journey.indexOf('\n'));
            files.put("journeys/" + id + ".yaml", journey);
        }
        Project read = ProjectReader.read(new ProjectFiles(files));
        assertThat(read.problems()).isEmpty();
        return read;
    }

    private Decider decider(Instant from) {
        return new Decider(
                JourneySet.of(
                        project.settings(),
                        project.journeys().values().stream()
                                .map(journey -> new VersionInForce(journey, from, Instant.MAX))
                                .toList()),
                Allocation.BY_HASH);
    }

    /** Whether the job looks at events of a name. */
    boolean looksAt(String event) {
        return set().eventFields().concern(event);
    }

    private JourneySet set() {
        return JourneySet.of(
                project.settings(),
                project.journeys().values().stream().map(VersionInForce::always).toList());
    }

    /** From now on these, for whoever is there. */
    ProjectShop publish(String at, String traits, String... journeys) {
        project = project(traits, journeys);
        decider = decider(Shop.time(at));
        effects.addAll(decider.reconcile(state, Shop.time(at), Set.of()).effects());
        return this;
    }

    ProjectShop event(String at, String name) {
        return event(at, name, Map.of());
    }

    ProjectShop event(String at, String name, Map<String, Object> properties) {
        return apply(Event.track(nextId(), name, Shop.ADA, Shop.time(at), properties), Admission.ALL);
    }

    ProjectShop identify(String at, Map<String, Object> traits) {
        return apply(Event.identify(nextId(), Shop.ADA, Shop.time(at), traits), Admission.ALL);
    }

    ProjectShop apply(Event event, Admission admission) {
        effects.addAll(decider.apply(state, event, admission));
        return this;
    }

    ProjectShop until(String at) {
        effects.addAll(decider.advance(state, Shop.time(at)));
        return this;
    }

    /** What she did on a device, on which she logs in now. */
    ProjectShop logsIn(String at, Event... history) {
        effects.addAll(decider.link(
                state,
                new Linked(
                        Shop.time(at),
                        Arrays.stream(history)
                                .map(event -> new Linked.Past(event, Admission.ALL))
                                .toList())));
        return event(at, "Signed In");
    }

    EventId nextId() {
        return new EventId("e%05d".formatted(events++));
    }

    /** As a snapshot would. */
    ProjectShop saveAndRestore() {
        byte[] bytes = bytes();
        try {
            state = CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)))
                    .belongsTo(Shop.ADA);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            state.writeTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    CustomerState state() {
        return state;
    }

    Decider decider() {
        return decider;
    }

    List<Effect> effects() {
        return effects;
    }

    /** Null when it is unknown. */
    @Nullable
    Object trait(String at, String name) {
        return set().traits()
                .of(state.content())
                .traits(state.content().profile().traits(), Shop.time(at).toEpochMilli())
                .get(name);
    }

    /** Each as {@code 11:00 entered}; of which journey is not said. */
    List<String> log(String... types) {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .filter(fact ->
                        types.length == 0 || List.of(types).contains(fact.type().wireName()))
                .map(ProjectShop::line)
                .toList();
    }

    private static String line(Fact fact) {
        return String.join(
                        " ",
                        Shop.clock(fact.at()),
                        fact.journey().value(),
                        fact.type().wireName(),
                        fact.step(),
                        fact.arm(),
                        fact.reason())
                .replaceAll(" +", " ")
                .strip();
    }
}
