package dev.sendero.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedCompilerTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicInteger compiled = new AtomicInteger();

    /** As another task has it. */
    private SharedCompiler compiler() {
        return new SharedCompiler(publication -> {
            compiled.incrementAndGet();
            return PublishedJourney.COMPILER.compile(publication);
        });
    }

    @Test
    void the_same_sources_are_compiled_once_for_all_tasks() {
        var journey = PublishedJourney.live("shared", "v1", "Product Added", TEN);
        var later = journey.in(JourneyState.LIVE, TEN.plusSeconds(1));

        CompiledJourney first = compiler().compile(journey.publication()).orElseThrow();
        CompiledJourney again = compiler().compile(later.publication()).orElseThrow();

        assertThat(again.journey()).isSameAs(first.journey());
        assertThat(again.publication()).isEqualTo(later.publication());
        assertThat(compiled).hasValue(1);
    }

    @Test
    void other_sources_of_the_same_version_are_compiled_anew() {
        var journey = PublishedJourney.live("shared", "v2", "Product Added", TEN);

        Optional<CompiledJourney> live = compiler().compile(journey.publication());
        Optional<CompiledJourney> paused =
                compiler().compile(journey.in(JourneyState.PAUSED, TEN).publication());

        assertThat(live.orElseThrow().journey().state()).isEqualTo(JourneyState.LIVE);
        assertThat(paused.orElseThrow().journey().state()).isEqualTo(JourneyState.PAUSED);
    }
}
