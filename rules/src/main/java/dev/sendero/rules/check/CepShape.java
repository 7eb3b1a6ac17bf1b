package dev.sendero.rules.check;

import dev.sendero.rules.journey.AfterMatch;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;

/** What Flink CEP asks of a pattern, and that a pattern comes to an end. */
final class CepShape implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        if (checked.journey().trigger() instanceof Trigger.Cep cep
                && !cep.stages().isEmpty()) {
            new OfTrigger(checked, findings, cep).check();
        }
    }

    private record OfTrigger(CheckedJourney checked, Findings findings, Trigger.Cep cep) {

        void check() {
            List<CepStage> stages = cep.stages();
            checkList(stages);
            CepStage last = stages.get(stages.size() - 1);
            if (stages.size() > 1 && last instanceof CepStage.Negation negation) {
                if (negation.strict()) {
                    report(
                            last,
                            "a pattern cannot end with 'not_next'",
                            "add the stage that follows, or write 'not_followed_by' and 'within'");
                } else if (!isBounded()) {
                    report(
                            last,
                            "a pattern that ends with 'not_followed_by' never ends",
                            "add 'within' to the trigger: how long it must not happen");
                }
            }
            checkAfterMatch();
        }

        private void checkList(List<CepStage> stages) {
            if (stages.isEmpty()) {
                return;
            }
            checkFirst(stages.get(0));
            for (int index = 0; index < stages.size(); index++) {
                CepStage stage = stages.get(index);
                if (index > 0) {
                    checkAfter(stages.get(index - 1), stage);
                }
                if (stage instanceof CepStage.Occurrence occurrence) {
                    checkRepetition(stage, occurrence.repetition());
                } else if (stage instanceof CepStage.Group group) {
                    checkRepetition(stage, group.repetition());
                    checkGroup(group);
                }
            }
        }

        private void checkFirst(CepStage first) {
            if (first instanceof CepStage.Negation) {
                report(first, "a pattern cannot begin with what does not happen", "begin with an 'event'");
            } else if (after(first) != Contiguity.FOLLOWED_BY) {
                report(
                        first,
                        "'" + after(first).word() + "', and there is nothing before it",
                        "begin with 'event', 'any_of' or 'group'");
            }
        }

        private static Contiguity after(CepStage stage) {
            if (stage instanceof CepStage.Occurrence occurrence) {
                return occurrence.after();
            }
            return stage instanceof CepStage.Group group ? group.after() : Contiguity.FOLLOWED_BY;
        }

        private void checkAfter(CepStage before, CepStage stage) {
            if (stage instanceof CepStage.Negation) {
                if (before instanceof CepStage.Negation) {
                    report(stage, "what must not happen right after what must not happen", "put both into one list");
                } else if (before.isOptional()) {
                    report(
                            stage,
                            "what must not happen cannot follow what is optional",
                            "write two journeys, one with the optional stage and one without");
                }
            }
            if (stage.isOptional()
                    && before instanceof CepStage.Occurrence occurrence
                    && occurrence.repetition().greedy()) {
                report(
                        stage,
                        "an optional stage cannot follow a greedy one",
                        "remove 'optional' here or 'greedy' before");
            }
        }

        private void checkGroup(CepStage.Group group) {
            checkList(group.stages());
            if (group.repetition().greedy()) {
                report(group, "a group cannot be greedy", "remove 'greedy'");
            }
            List<CepStage> stages = group.stages();
            if (stages.size() > 1 && stages.get(stages.size() - 1) instanceof CepStage.Negation last) {
                report(last, "a group cannot end with what does not happen", "put it after the group");
            }
        }

        private void checkRepetition(CepStage stage, Repetition repetition) {
            if (!repetition.isRepeated()) {
                if (repetition.greedy()) {
                    report(stage, "'greedy' without repetition", "add 'times', such as 'times: one_or_more'");
                }
                if (repetition.between() != Contiguity.FOLLOWED_BY) {
                    report(stage, "'between' without repetition", "add 'times', such as 'times: one_or_more'");
                }
            }
            if (repetition.greedy() && repetition.between() == Contiguity.FOLLOWED_BY_ANY) {
                report(stage, "'greedy' with 'between: followed_by_any'", "remove one of the two");
            }
            if (!repetition.isUnbounded() && !repetition.until().isEmpty()) {
                report(
                        stage,
                        "'until' where the repetition has an end",
                        "write 'times: one_or_more', or remove 'until'");
            }
            if (repetition.isUnbounded() && repetition.until().isEmpty() && !isBounded()) {
                report(
                        stage,
                        "a repetition without an end, in a pattern without an end",
                        "add 'within' to the trigger, or 'until' to this stage");
            }
        }

        /** To skip to the first event of a match is to find it again, for ever: Flink CEP fails then. */
        private void checkAfterMatch() {
            AfterMatch afterMatch = cep.afterMatch();
            if (afterMatch.stage().isEmpty()) {
                return;
            }
            boolean begun = false;
            for (CepStage stage : cep.stages()) {
                if (stage instanceof CepStage.Occurrence occurrence
                        && occurrence.as().equals(afterMatch.stage())) {
                    if (!begun) {
                        reportAfterMatch(
                                "a match may begin with '" + afterMatch.stage() + "', so there is nothing to skip",
                                "skip to a later stage, or write 'skip_to_next'");
                    }
                    return;
                }
                begun = begun || !(stage instanceof CepStage.Negation || stage.isOptional());
            }
            reportAfterMatch(
                    "'" + afterMatch.stage() + "' is in a group, and Flink CEP skips only to stages outside of groups",
                    "skip to another stage, or write 'skip_past_last'");
        }

        private boolean isBounded() {
            return !cep.within().equals(SequenceItem.UNBOUNDED);
        }

        private void report(CepStage stage, String message, String hint) {
            findings.error(ProblemCode.CEP_PATTERN, checked.places().of(stage), message, hint);
        }

        private void reportAfterMatch(String message, String hint) {
            findings.error(
                    ProblemCode.CEP_PATTERN,
                    checked.places().ofKey(cep, "after_match").orElseGet(() -> checked.places()
                            .of(cep)),
                    message,
                    hint);
        }
    }
}
