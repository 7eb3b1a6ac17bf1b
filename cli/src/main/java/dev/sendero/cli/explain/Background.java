package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import java.util.List;
import java.util.Optional;

/** What is known around a fact, beyond what it says itself. */
interface Background {

    /** By what a step chooses the way on. */
    enum Choice {
        CHANCE,
        WHAT_COMES_FIRST,
        CONDITIONS,
        /** It does not choose, or nobody knows what kind of step it is. */
        NONE
    }

    /** Of the step that the fact is about. */
    Choice choice(Fact fact);

    /** To whom a requested message goes; empty where that is not known. */
    String recipient(Fact fact);

    /** What a requested message says, in quotation marks. */
    Optional<String> said(Fact fact);

    /** The id of a requested message; empty where that is not known. */
    String messageId(Fact fact);

    /** The subscription group of a message that was not sent; empty where there is none. */
    String group(Fact fact);

    /** Why the conditions of a branch did not hold. */
    List<String> failures(Fact fact);

    /** Why a situation that came about let nobody in. */
    String refusal(Fact fact);
}
