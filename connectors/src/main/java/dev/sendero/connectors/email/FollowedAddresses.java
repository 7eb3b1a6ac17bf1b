package dev.sendero.connectors.email;

import dev.sendero.api.link.Link;
import dev.sendero.api.link.Links;
import dev.sendero.api.message.MessageId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that stand in one message instead of those to which they lead. */
record FollowedAddresses(Links links, MessageId message) {

    /** A longer one, signed, might be too long for the servers on its way. */
    private static final int LONGEST = 2_000;

    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    /** Empty for what is left as it is: what does not lead to the web, and what leads to the gateway already. */
    Optional<String> insteadOf(String address) {
        String target = address.strip();
        return WEB.matcher(target).matches()
                        && target.length() <= LONGEST
                        && !links.areIn(target)
                        && isWellFormed(target)
                ? Optional.of(links.to(new Link.Click(message, target)).toString())
                : Optional.empty();
    }

    private static boolean isWellFormed(String address) {
        try {
            return new URI(address).getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
