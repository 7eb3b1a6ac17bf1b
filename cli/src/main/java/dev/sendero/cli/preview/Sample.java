package dev.sendero.cli.preview;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that a template is rendered with.
 *
 * @param name whose they are, in words
 * @param customer the customer's id
 * @param to where the message goes
 * @param variables what templates may name: {@code profile}, {@code run}, {@code now}, {@code links}
 * @param links query parameters that every link of a mail gets, by name
 */
record Sample(String name, String customer, String to, Map<String, Object> variables, Map<String, String> links) {

    /**
     * Another customer in the same situation.
     *
     * @param profile as templates see it: {@code id}, {@code traits}, {@code segments}
     */
    Sample of(String otherName, String otherCustomer, Map<String, Object> profile) {
        Map<String, Object> others = new LinkedHashMap<>(variables);
        others.put("profile", profile);
        return new Sample(otherName, otherCustomer, addressIn(profile), others, links);
    }

    /** The profile's address of the kind that this sample's is of, or this one where the profile has none. */
    private String addressIn(Map<String, Object> profile) {
        Object own = profile.get("traits") instanceof Map<?, ?> traits
                ? traits.get(to.contains("@") ? "email" : "phone")
                : "";
        return own instanceof String address && !address.isBlank() ? address : to;
    }
}
