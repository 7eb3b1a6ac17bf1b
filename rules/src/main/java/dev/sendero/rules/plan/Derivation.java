package dev.sendero.rules.plan;

/**
 * Events that are made from those of another name: one for each element of a list. An event's own properties count for
 * all elements, and an element's own come before them; an element that is no object is the property {@link #VALUE}.
 *
 * @param name of the events that are made
 * @param from name of the events from which they are made; these are sent, and not made themselves
 * @param each the property of these that is the list
 */
public record Derivation(String name, String from, String each) {

    /** What an element is called that has no properties. */
    public static final String VALUE = "value";
}
