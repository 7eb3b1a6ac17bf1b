package dev.sendero.benchmarks.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.FactType;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.rules.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final long SEED = 42;
    private static final int JOURNEYS = 100;

    private final Shop shop = new Shop(SEED, 500, 10_000);
    private final List<String> found = new ArrayList<>();

    @Test
    void it_finds_what_core_finds() {
        ShopJourneys journeys = ShopJourneys.of(SEED, JOURNEYS);
        var loop = new Loop(journeys.situations(), this::add);

        LongStream.range(0, shop.events()).mapToObj(shop::event).forEach(loop::accept);
        loop.finish(shop.end().toEpochMilli());

        assertThat(found).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(byCore(journeys.project()));
    }

    private void add(Found situation) {
        RunId run = RunId.of(
                ShopJourneys.id(situation.journey()),
                situation.customer(),
                situation.key(),
                situation.first(),
                situation.last());
        found.add(run + "@" + situation.at());
    }

    private List<String> byCore(Project project) {
        List<VersionInForce> versions =
                project.journeys().values().stream().map(VersionInForce::always).toList();
        var decider = new Decider(JourneySet.of(project.settings(), versions), Allocation.BY_HASH);
        Map<Object, CustomerState> states = new HashMap<>();
        var effects = new ArrayList<Effect>();
        LongStream.range(0, shop.events())
                .mapToObj(shop::event)
                .sorted(Event.ORDER)
                .forEach(event -> effects.addAll(decider.apply(
                        states.computeIfAbsent(event.customer(), it -> CustomerState.fresh(event.customer())),
                        event,
                        Admission.ALL)));
        states.values().forEach(state -> effects.addAll(decider.advance(state, shop.end())));
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .filter(fact -> fact.type() == FactType.ENTERED)
                .map(fact -> fact.run() + "@" + fact.at().toEpochMilli())
                .toList();
    }
}
