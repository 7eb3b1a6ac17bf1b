package dev.sendero.engine.cep;

import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.journey.Trigger;
import java.util.List;
import java.util.stream.Collectors;

/** The pattern of a {@code cep} trigger as Java source; says the same as {@link StagePatterns}. */
final class StageSource {

    private static final String INDENT = "        ";

    private final Trigger.Cep cep;
    private final StringBuilder text = new StringBuilder();

    private StageSource(Trigger.Cep cep) {
        this.cep = cep;
    }

    /** An expression. */
    static String of(Trigger.Cep cep) {
        var source = new StageSource(cep);
        source.appendAll(cep.stages(), "", "\n" + INDENT + INDENT, ", " + source.skip());
        if (TriggerPatterns.isBounded(cep.within())) {
            source.text
                    .append("\n" + INDENT + INDENT)
                    .append(".within(")
                    .append(JavaText.duration(cep.within()))
                    .append(".plusMillis(1))");
        }
        return source.text.toString();
    }

    private String skip() {
        String stage = JavaText.string(cep.afterMatch().stage());
        return "AfterMatchSkipStrategy."
                + switch (cep.afterMatch().kind()) {
                    case NO_SKIP -> "noSkip()";
                    case SKIP_TO_NEXT -> "skipToNext()";
                    case SKIP_PAST_LAST -> "skipPastLastEvent()";
                    case SKIP_TO_FIRST -> "skipToFirst(" + stage + ")";
                    case SKIP_TO_LAST -> "skipToLast(" + stage + ")";
                };
    }

    /**
     * @param line what a new line begins with
     * @param skip the last argument of the beginning, after a comma; empty inside groups
     */
    private void appendAll(List<CepStage> stages, String path, String line, String skip) {
        for (int index = 0; index < stages.size(); index++) {
            append(stages.get(index), path + "-" + index, index == 0, line, skip);
        }
    }

    private void append(CepStage stage, String path, boolean isFirst, String line, String skip) {
        String begins = isFirst ? "Pattern." : line + ".";
        String ends = isFirst ? skip + ")" : ")";
        if (stage instanceof CepStage.Group group) {
            text.append(begins).append(isFirst ? "begin" : word(group.after())).append('(');
            text.append(line).append(INDENT);
            appendAll(group.stages(), path, line + INDENT + INDENT, "");
            text.append(ends);
            appendRepetition(group.repetition(), line);
            return;
        }
        text.append(begins).append(isFirst ? "<Event>begin" : word(stage)).append('(');
        text.append(JavaText.string(NamedStage.nameOf(stage, path))).append(ends);
        if (stage instanceof CepStage.Negation negation) {
            text.append(line)
                    .append(".where(")
                    .append(when(negation.noneOf(), true, line))
                    .append(')');
        } else {
            var occurrence = (CepStage.Occurrence) stage;
            text.append(line)
                    .append(".where(")
                    .append(when(occurrence.anyOf(), false, line))
                    .append(')');
            appendRepetition(occurrence.repetition(), line);
        }
    }

    private static String word(CepStage stage) {
        if (stage instanceof CepStage.Negation negation) {
            return negation.strict() ? "notNext" : "notFollowedBy";
        }
        return word(((CepStage.Occurrence) stage).after());
    }

    private static String word(Contiguity contiguity) {
        return switch (contiguity) {
            case NEXT -> "next";
            case FOLLOWED_BY -> "followedBy";
            case FOLLOWED_BY_ANY -> "followedByAny";
        };
    }

    private void appendRepetition(Repetition repetition, String line) {
        if (repetition.isRepeated()) {
            text.append(line).append(times(repetition));
        }
        if (repetition.between() == Contiguity.NEXT) {
            text.append(line).append(".consecutive()");
        } else if (repetition.between() == Contiguity.FOLLOWED_BY_ANY) {
            text.append(line).append(".allowCombinations()");
        }
        if (repetition.greedy()) {
            text.append(line).append(".greedy()");
        }
        if (repetition.optional()) {
            text.append(line).append(".optional()");
        }
        if (!repetition.until().isEmpty()) {
            text.append(line)
                    .append(".until(")
                    .append(when(repetition.until(), true, line))
                    .append(')');
        }
    }

    private static String times(Repetition repetition) {
        if (repetition.isUnbounded()) {
            return repetition.from() == 1 ? ".oneOrMore()" : ".timesOrMore(" + repetition.from() + ")";
        }
        return repetition.from() == repetition.to()
                ? ".times(" + repetition.from() + ")"
                : ".times(" + repetition.from() + ", " + repetition.to() + ")";
    }

    private String when(List<EventMatch> matches, boolean cancels, String line) {
        String agreement = cep.per().isNone()
                ? ""
                : line + INDENT + "&& agree(key, event, before, " + cancels + ", " + stageNames() + ")";
        return "when((event, before) -> " + MatchSource.of(matches, cancels) + agreement + ")";
    }

    private String stageNames() {
        return NamedStage.of(cep).stream()
                .map(stage -> JavaText.string(stage.name()))
                .collect(Collectors.joining(", "));
    }
}
