package dev.sendero.rules.journeytest;

import dev.sendero.rules.problem.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * What should become of one customer.
 *
 * @param name a sentence
 * @param place where the test stands, for reports
 * @param firstDay the day that times without {@code +…d} mean, in the customer's time zone: {@code date}
 * @param events what the customer does, in the order of the file
 * @param messagesMatter false when the test says nothing about messages: there is no {@code expect}
 * @param messages all messages that must go out and no others, when {@code messagesMatter}
 * @param exits none or one: how the run must end early, {@code expect_exit}
 * @param refusals none or one: that the customer must not enter, {@code expect_not_entered}
 */
public record JourneyTest(
        String name,
        Place place,
        LocalDate firstDay,
        TestProfile profile,
        PinnedArms arms,
        List<TestEvent> events,
        boolean messagesMatter,
        List<ExpectedMessage> messages,
        List<ExpectedExit> exits,
        List<ExpectedRefusal> refusals) {

    /** A Monday, so that schedules are easy to think about. */
    public static final LocalDate DEFAULT_FIRST_DAY = LocalDate.of(2026, 3, 2);
}
