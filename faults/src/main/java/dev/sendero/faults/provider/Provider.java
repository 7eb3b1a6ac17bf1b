package dev.sendero.faults.provider;

import java.util.Collection;
import java.util.Map;

/**
 * A stand-in for one provider, on a port of loopback. What a call says of its customer is a text of the form
 * {@code after-claim-7-123}: letters, digits and hyphens.
 */
public interface Provider extends AutoCloseable {

    Target target();

    /** What {@code channels:} of {@code sendero.yaml} says of it: lines of YAML that begin at the margin. */
    String settings();

    /** The environment variables that the settings name. */
    Map<String, String> environment();

    /** What no log may hold: the values of {@link #environment} and whatever else is secret between us. */
    default Collection<String> secrets() {
        return environment().values();
    }

    /**
     * The step of a journey that sends something to it: lines of YAML that begin at the margin with a hyphen. In templates
     * {@code profile.id} is the customer, and {@code run.came.properties.phone} a number that nobody else has.
     */
    String step();

    /** Files of the project that the step needs, such as a template, by their path in it. */
    default Map<String, String> files() {
        return Map.of();
    }

    /** What has arrived since the start. */
    Arrivals arrivals();

    /** From now on. The behaviour is asked once for every call, from many threads. */
    void behave(Behaviour behaviour);

    @Override
    void close();
}
