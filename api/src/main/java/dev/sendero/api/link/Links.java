package dev.sendero.api.link;

import java.net.URI;
import java.util.Optional;

/** Makes the addresses that customers get, and reads them again. */
public final class Links {

    /** What the path of every link begins with; the token follows. */
    public static final String PATH = "/l/";

    private final String begin;
    private final TokenKey key;

    /**
     * @param publicAddress where customers reach the gateway, without a path
     * @param key the same for whoever makes links and whoever reads them
     */
    public Links(URI publicAddress, TokenKey key) {
        String text = publicAddress.toString();
        this.begin = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH;
        this.key = key;
    }

    public URI to(Link link) {
        return URI.create(begin + key.sign(link.texts()));
    }

    /** Whether an address was made here, or looks as if it were. */
    public boolean areIn(String address) {
        return address.startsWith(begin);
    }

    /** What a token stands for; empty when it was not made here. */
    public Optional<Link> read(String token) {
        return key.read(token).flatMap(Link::of);
    }
}
