package dev.sendero.engine.cep;

import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/** Whether an event is one that a stage of a {@code cep} trigger looks at, given the events of the match so far. */
final class StageCondition extends IterativeCondition<ProfiledEvent> {

    /** What an event does that a stage looks at. */
    enum Role {
        /** It belongs to the match. */
        TAKES,
        /** It must not happen. */
        REFUSES,
        /** It ends the stage's repetition. */
        STOPS
    }

    private final TriggerSource source;
    private final String path;
    private final Role role;
    private transient @Nullable Asked asked;

    /** @param path as in {@link NamedStage#nameOf} */
    StageCondition(TriggerSource source, String path, Role role) {
        this.source = source;
        this.path = path;
        this.role = role;
    }

    /** What the trigger says, found once. */
    private record Asked(List<EventMatch> matches, Correlation per, List<NamedStage> stages) {

        static Asked of(Trigger.Cep cep, String path, Role role) {
            return new Asked(matchesOf(stageAt(cep, path), role), cep.per(), NamedStage.of(cep));
        }

        private static CepStage stageAt(Trigger.Cep cep, String path) {
            List<CepStage> stages = cep.stages();
            String[] indexes = path.substring(1).split("-", -1);
            for (int depth = 0; depth < indexes.length - 1; depth++) {
                stages = ((CepStage.Group) stages.get(Integer.parseInt(indexes[depth]))).stages();
            }
            return stages.get(Integer.parseInt(indexes[indexes.length - 1]));
        }

        private static List<EventMatch> matchesOf(CepStage stage, Role role) {
            if (stage instanceof CepStage.Negation negation) {
                return negation.noneOf();
            }
            if (stage instanceof CepStage.Group group) {
                return group.repetition().until();
            }
            var occurrence = (CepStage.Occurrence) stage;
            return role == Role.STOPS ? occurrence.repetition().until() : occurrence.anyOf();
        }
    }

    @Override
    public boolean filter(ProfiledEvent event, Context<ProfiledEvent> context) throws Exception {
        Asked known = asked();
        if (known.matches().stream()
                .noneMatch(match -> match.event().equals(event.event().name()))) {
            return false;
        }
        Truth truth = Keys.both(agreement(known, event, context), test(known, event, context));
        return role == Role.TAKES ? truth.isTrue() : truth.mayBeTrue();
    }

    /** The first event of a match says what all are about. */
    private static Truth agreement(Asked known, ProfiledEvent event, Context<ProfiledEvent> context) throws Exception {
        if (known.per().isNone()) {
            return Truth.TRUE;
        }
        for (NamedStage stage : known.stages()) {
            for (ProfiledEvent before : context.getEventsForPattern(stage.name())) {
                return Keys.agreement(event.event(), known.per(), Keys.of(before.event(), known.per()));
            }
        }
        return Keys.agreement(event.event(), known.per(), Keys.of(event.event(), known.per()));
    }

    private static Truth test(Asked known, ProfiledEvent profiled, Context<ProfiledEvent> context) throws Exception {
        var captured = new HashMap<String, Object>();
        for (NamedStage stage : known.stages()) {
            stage.captured(context.getEventsForPattern(stage.name()))
                    .ifPresent(map -> captured.put(stage.occurrence().as(), map));
        }
        var scope = Scope.of(
                EventMaps.of(profiled.event()),
                profiled.profile(),
                Map.of(),
                captured,
                profiled.event().timestamp());
        Truth best = Truth.FALSE;
        for (EventMatch match : known.matches()) {
            if (match.event().equals(profiled.event().name())) {
                best = ItemCondition.either(best, match.where().test(scope));
            }
        }
        return best;
    }

    private Asked asked() {
        Asked known = asked;
        if (known == null) {
            known = Asked.of((Trigger.Cep) source.trigger(), path, role);
            asked = known;
        }
        return known;
    }
}
