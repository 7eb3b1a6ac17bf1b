package dev.sendero.benchmarks.roaster;

/** What one can subscribe to. */
enum Plan {
    ONE_BAG("one bag", 13.5),
    TWO_BAGS("two bags", 24.0),
    CAFE("café", 180.0);

    private final String words;
    private final double euros;

    Plan(String words, double euros) {
        this.words = words;
        this.euros = euros;
    }

    String words() {
        return words;
    }

    /** A month. */
    double euros() {
        return euros;
    }
}
