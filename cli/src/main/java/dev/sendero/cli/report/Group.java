package dev.sendero.cli.report;

/**
 * Customers who were treated alike.
 *
 * @param converted how many of them did, once or more often
 */
record Group(long customers, long converted) {

    static final Group NOBODY = new Group(0, 0);

    /** 0 to 1; 0 of nobody. */
    double share() {
        return customers == 0 ? 0 : (double) converted / customers;
    }

    Group and(Group other) {
        return new Group(customers + other.customers, converted + other.converted);
    }
}
