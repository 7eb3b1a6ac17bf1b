package dev.sendero.rules.journey;

import java.util.List;
import java.util.stream.Stream;

/** One part of the pattern of a {@code cep} trigger. */
public sealed interface CepStage {

    /** Whether the pattern goes on without it. */
    boolean isOptional();

    /** Whether it asks for the very next event anywhere. */
    boolean isStrict();

    /**
     * One of some events happens.
     *
     * @param after how it follows the stage before; {@link Contiguity#FOLLOWED_BY} for the first one
     * @param anyOf at least one
     * @param as the name under which its events are captured; empty when the file gives none
     */
    record Occurrence(Contiguity after, List<EventMatch> anyOf, String as, Repetition repetition) implements CepStage {
        @Override
        public boolean isOptional() {
            return repetition.optional();
        }

        @Override
        public boolean isStrict() {
            return after == Contiguity.NEXT || repetition.between() == Contiguity.NEXT;
        }
    }

    /**
     * Stages that happen, and are repeated, together.
     *
     * @param stages neither the first nor the last is a negation
     */
    record Group(Contiguity after, List<CepStage> stages, Repetition repetition) implements CepStage {
        @Override
        public boolean isOptional() {
            return repetition.optional();
        }

        @Override
        public boolean isStrict() {
            return after == Contiguity.NEXT
                    || repetition.between() == Contiguity.NEXT
                    || stages.stream().anyMatch(CepStage::isStrict);
        }
    }

    /**
     * None of some events happens.
     *
     * @param strict whether only the very next event must be none of them; otherwise none until the next stage or, at the
     *     end of the pattern, until the end of its {@code within}
     * @param noneOf at least one
     */
    record Negation(boolean strict, List<EventMatch> noneOf) implements CepStage {
        @Override
        public boolean isOptional() {
            return false;
        }

        @Override
        public boolean isStrict() {
            return strict;
        }
    }

    /** All events that stages look at, also those inside groups. */
    static List<EventMatch> matchesOf(List<CepStage> stages) {
        return stages.stream().flatMap(CepStage::matches).toList();
    }

    private static Stream<EventMatch> matches(CepStage stage) {
        if (stage instanceof Negation negation) {
            return negation.noneOf().stream();
        }
        if (stage instanceof Occurrence occurrence) {
            return Stream.concat(occurrence.anyOf().stream(), occurrence.repetition().until().stream());
        }
        var group = (Group) stage;
        return Stream.concat(matchesOf(group.stages()).stream(), group.repetition().until().stream());
    }

    /** All occurrences among stages, also those inside groups. */
    static List<Occurrence> occurrencesOf(List<CepStage> stages) {
        return stages.stream().flatMap(CepStage::occurrences).toList();
    }

    private static Stream<Occurrence> occurrences(CepStage stage) {
        if (stage instanceof Group group) {
            return occurrencesOf(group.stages()).stream();
        }
        return stage instanceof Occurrence occurrence ? Stream.of(occurrence) : Stream.empty();
    }
}
