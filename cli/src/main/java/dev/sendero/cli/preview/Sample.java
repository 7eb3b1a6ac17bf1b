package dev.sendero.cli.preview;

import java.util.Map;

/**
 * The values that a template is rendered with.
 *
 * @param name whose they are, in words
 * @param customer the customer's id
 * @param to where the message goes
 * @param variables what templates may name: {@code profile}, {@code run}, {@code now}
 */
record Sample(String name, String customer, String to, Map<String, Object> variables) {}
