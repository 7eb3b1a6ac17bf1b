package dev.sendero.rules.template;

import dev.sendero.api.link.Link;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Step;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The links of a message's customer, which templates name {@code links.unsubscribe} and {@code links.preferences}. Safe
 * for many threads.
 */
public final class CustomerLinks {

    /** The root under which templates find them. */
    static final String ROOT = "links";

    static final String UNSUBSCRIBE = "unsubscribe";
    static final String PREFERENCES = "preferences";
    static final Set<String> NAMES = Set.of(UNSUBSCRIBE, PREFERENCES);

    private static final String SAMPLE_ADDRESS = "https://links.example/";

    /** Where messages are rendered that nobody gets: addresses that say what they stand for and lead nowhere. */
    public static final CustomerLinks SAMPLE = new CustomerLinks(
            link -> URI.create(SAMPLE_ADDRESS + (link instanceof Link.Preferences ? PREFERENCES : UNSUBSCRIBE)));

    /** All of them, where there is not even a message. */
    public static final Map<String, String> SAMPLES =
            Map.of(UNSUBSCRIBE, SAMPLE_ADDRESS + UNSUBSCRIBE, PREFERENCES, SAMPLE_ADDRESS + PREFERENCES);

    private final Function<Link, URI> addresses;

    /** @param addresses where a link leads */
    public CustomerLinks(Function<Link, URI> addresses) {
        this.addresses = addresses;
    }

    /** Where the customer ends what they agreed to; empty when a message is of no group that can be left. */
    public Optional<URI> unsubscribe(Message message) {
        return Step.isAgreedTo(message.group())
                ? Optional.of(addresses.apply(
                        new Link.Unsubscribe(message.id(), message.customer(), message.channel(), message.group())))
                : Optional.empty();
    }

    /** A message's variables, and its links beside them. */
    public Map<String, Object> variables(Message message) {
        var links = new TreeMap<String, Object>();
        unsubscribe(message).ifPresent(address -> links.put(UNSUBSCRIBE, address.toString()));
        links.put(
                PREFERENCES,
                addresses.apply(new Link.Preferences(message.customer())).toString());
        var variables = new HashMap<>(message.variables());
        variables.put(ROOT, links);
        return variables;
    }

    /** The addresses among variables. */
    static Set<Object> in(Map<String, Object> variables) {
        return variables.get(ROOT) instanceof Map<?, ?> links ? Set.copyOf(links.values()) : Set.of();
    }
}
