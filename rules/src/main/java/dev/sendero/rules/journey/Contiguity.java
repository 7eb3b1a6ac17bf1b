package dev.sendero.rules.journey;

/** What may come between two events of a {@code cep} trigger. */
public enum Contiguity {
    /** Nothing: the customer's very next event, receipts of our own messages left aside. */
    NEXT("next"),
    /** Anything that does not fit; the first that fits is taken. */
    FOLLOWED_BY("followed_by"),
    /** Anything; each that fits is taken in a situation of its own. */
    FOLLOWED_BY_ANY("followed_by_any");

    private final String word;

    Contiguity(String word) {
        this.word = word;
    }

    /** As a journey file has it. */
    public String word() {
        return word;
    }
}
