package dev.sendero.api.link;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.util.List;
import java.util.Optional;

/** What an address in a message stands for. */
public sealed interface Link {

    /**
     * Ends what a customer agreed to (RFC 8058 when it is called by POST).
     *
     * @param message the one in which the address stood
     * @param group the subscription group
     */
    record Unsubscribe(MessageId message, CustomerId customer, Channel channel, String group) implements Link {}

    /** The page on which a customer says what they agree to. */
    record Preferences(CustomerId customer) implements Link {}

    /**
     * Leads to where a link of a message leads, and says that it was followed.
     *
     * @param target where it leads, an address of {@code http} or {@code https}
     */
    record Click(MessageId message, String target) implements Link {}

    /** A picture that is fetched when a message is opened. */
    record Open(MessageId message) implements Link {}

    /** As it is signed: the first text tells the kind, so that no token serves for another. */
    default List<String> texts() {
        if (this instanceof Unsubscribe it) {
            return List.of(
                    "unsubscribe",
                    it.message().value(),
                    it.customer().value(),
                    it.channel().wireName(),
                    it.group());
        }
        if (this instanceof Preferences it) {
            return List.of("preferences", it.customer().value());
        }
        if (this instanceof Click it) {
            return List.of("click", it.message().value(), it.target());
        }
        return List.of("open", ((Open) this).message().value());
    }

    /** What {@link #texts} has given; empty for texts that stand for no link. */
    static Optional<Link> of(List<String> texts) {
        String kind = texts.isEmpty() ? "" : texts.get(0) + "/" + texts.size();
        return switch (kind) {
            case "unsubscribe/5" ->
                Optional.of(new Unsubscribe(
                        new MessageId(texts.get(1)),
                        new CustomerId(texts.get(2)),
                        Channel.ofWireName(texts.get(3)),
                        texts.get(4)));
            case "preferences/2" -> Optional.of(new Preferences(new CustomerId(texts.get(1))));
            case "click/3" -> Optional.of(new Click(new MessageId(texts.get(1)), texts.get(2)));
            case "open/2" -> Optional.of(new Open(new MessageId(texts.get(1))));
            default -> Optional.empty();
        };
    }
}
