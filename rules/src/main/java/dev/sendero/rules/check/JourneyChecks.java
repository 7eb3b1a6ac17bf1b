package dev.sendero.rules.check;

import dev.sendero.rules.problem.Findings;
import java.util.List;

/** All that must hold between the parts of a journey. */
public final class JourneyChecks {

    private static final List<JourneyCheck> ALL = List.of(
            new KnownEvents(),
            new KnownStage(),
            new KnownGroups(),
            new KnownSegment(),
            new UniqueStepIds(),
            new RequiredStepIds(),
            new UniqueCaptures(),
            new UniqueArmNames(),
            new SharesAddUp(),
            new SequenceShape(),
            new CepShape(),
            new ReceiptsOfMessages(),
            new SinceEarlierSteps(),
            new ReachableSteps(),
            new WaysDiffer(),
            new ConstantConditions(),
            new TakenArms(),
            new VariablesOfTemplates(),
            new LinksOfMessages());

    private JourneyChecks() {}

    public static void check(CheckedJourney checked, Findings findings) {
        ALL.forEach(check -> check.check(checked, findings));
    }
}
