package dev.sendero.engine.cep;

import dev.sendero.rules.journey.AfterMatch;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.journey.Trigger;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/** Translates {@code cep} triggers into patterns of Flink CEP: word by word, but for bounds, keys and the unknown. */
final class StagePatterns {

    private final TriggerSource source;
    private final AfterMatchSkipStrategy skip;

    private StagePatterns(TriggerSource source, AfterMatch afterMatch) {
        this.source = source;
        this.skip = skip(afterMatch);
    }

    static Pattern<ProfiledEvent, ?> of(TriggerSource source, Trigger.Cep cep) {
        var pattern = new StagePatterns(source, cep.afterMatch()).of(cep.stages(), "");
        return TriggerPatterns.isBounded(cep.within())
                ? pattern.within(cep.within().plus(TriggerPatterns.CLOSED_END))
                : pattern;
    }

    private static AfterMatchSkipStrategy skip(AfterMatch afterMatch) {
        return switch (afterMatch.kind()) {
            case NO_SKIP -> AfterMatchSkipStrategy.noSkip();
            case SKIP_TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
            case SKIP_PAST_LAST -> AfterMatchSkipStrategy.skipPastLastEvent();
            case SKIP_TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(afterMatch.stage());
            case SKIP_TO_LAST -> AfterMatchSkipStrategy.skipToLast(afterMatch.stage());
        };
    }

    /** @param path of the group whose stages these are; empty for those of the trigger */
    private Pattern<ProfiledEvent, ProfiledEvent> of(List<CepStage> stages, String path) {
        var pattern = first(stages.get(0), path + "-0");
        for (int index = 1; index < stages.size(); index++) {
            pattern = append(pattern, stages.get(index), path + "-" + index);
        }
        return pattern;
    }

    private Pattern<ProfiledEvent, ProfiledEvent> first(CepStage stage, String path) {
        if (stage instanceof CepStage.Group group) {
            return repeated(Pattern.begin(of(group.stages(), path), skip), group.repetition(), path);
        }
        return taken(
                Pattern.<ProfiledEvent>begin(NamedStage.nameOf(stage, path), skip), (CepStage.Occurrence) stage, path);
    }

    private Pattern<ProfiledEvent, ProfiledEvent> append(
            Pattern<ProfiledEvent, ProfiledEvent> before, CepStage stage, String path) {
        String name = NamedStage.nameOf(stage, path);
        if (stage instanceof CepStage.Negation negation) {
            return (negation.strict() ? before.notNext(name) : before.notFollowedBy(name))
                    .where(new StageCondition(source, path, StageCondition.Role.REFUSES));
        }
        if (stage instanceof CepStage.Group group) {
            return repeated(append(before, group.after(), of(group.stages(), path)), group.repetition(), path);
        }
        var occurrence = (CepStage.Occurrence) stage;
        return taken(append(before, occurrence.after(), name), occurrence, path);
    }

    private static Pattern<ProfiledEvent, ProfiledEvent> append(
            Pattern<ProfiledEvent, ProfiledEvent> before, Contiguity after, String name) {
        return switch (after) {
            case NEXT -> before.next(name);
            case FOLLOWED_BY -> before.followedBy(name);
            case FOLLOWED_BY_ANY -> before.followedByAny(name);
        };
    }

    private static Pattern<ProfiledEvent, ProfiledEvent> append(
            Pattern<ProfiledEvent, ProfiledEvent> before,
            Contiguity after,
            Pattern<ProfiledEvent, ProfiledEvent> group) {
        return switch (after) {
            case NEXT -> before.next(group);
            case FOLLOWED_BY -> before.followedBy(group);
            case FOLLOWED_BY_ANY -> before.followedByAny(group);
        };
    }

    private Pattern<ProfiledEvent, ProfiledEvent> taken(
            Pattern<ProfiledEvent, ProfiledEvent> pattern, CepStage.Occurrence occurrence, String path) {
        return repeated(
                pattern.where(new StageCondition(source, path, StageCondition.Role.TAKES)),
                occurrence.repetition(),
                path);
    }

    private Pattern<ProfiledEvent, ProfiledEvent> repeated(
            Pattern<ProfiledEvent, ProfiledEvent> pattern, Repetition repetition, String path) {
        Pattern<ProfiledEvent, ProfiledEvent> repeated = times(pattern, repetition);
        if (repetition.between() == Contiguity.NEXT) {
            repeated = repeated.consecutive();
        } else if (repetition.between() == Contiguity.FOLLOWED_BY_ANY) {
            repeated = repeated.allowCombinations();
        }
        if (repetition.greedy()) {
            repeated = repeated.greedy();
        }
        if (repetition.optional()) {
            repeated = repeated.optional();
        }
        return repetition.until().isEmpty()
                ? repeated
                : repeated.until(new StageCondition(source, path, StageCondition.Role.STOPS));
    }

    private static Pattern<ProfiledEvent, ProfiledEvent> times(
            Pattern<ProfiledEvent, ProfiledEvent> pattern, Repetition repetition) {
        if (!repetition.isRepeated()) {
            return pattern;
        }
        if (repetition.isUnbounded()) {
            return repetition.from() == 1 ? pattern.oneOrMore() : pattern.timesOrMore(repetition.from());
        }
        return repetition.from() == repetition.to()
                ? pattern.times(repetition.from())
                : pattern.times(repetition.from(), repetition.to());
    }
}
