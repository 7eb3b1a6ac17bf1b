package dev.sendero.rules.journey;

import java.time.ZoneId;

/** In which time zone a local time is meant: {@code timezone}. */
public sealed interface ZoneChoice {

    /** What the file means where it names none. */
    ZoneChoice CUSTOMER = new OfCustomer();

    /** Where the customer is: {@code traits.timezone}, or the project's without one that is known. */
    record OfCustomer() implements ZoneChoice {}

    record OfProject() implements ZoneChoice {}

    record Fixed(ZoneId zone) implements ZoneChoice {}
}
