package dev.sendero.rules.check;

import dev.sendero.rules.problem.Findings;

/** One thing that must hold. */
interface JourneyCheck {

    void check(CheckedJourney checked, Findings findings);
}
