package dev.sendero.connectors.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Reads e-mail addresses; what could become another header or another recipient does not pass. */
final class Addresses {

    private Addresses() {}

    /**
     * @param text one address, with or without a name
     * @throws UnusableAddress when it is not exactly one address that every server takes
     */
    static InternetAddress parse(String text) throws UnusableAddress {
        InternetAddress parsed;
        try {
            InternetAddress[] addresses = InternetAddress.parse(oneLine(text), true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                throw new UnusableAddress("not exactly one e-mail address");
            }
            parsed = addresses[0];
        } catch (AddressException malformed) {
            throw new UnusableAddress("not an e-mail address");
        }
        String address = parsed.getAddress();
        int at = address.lastIndexOf('@');
        if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(address.substring(0, at))) {
            throw new UnusableAddress("not an e-mail address in ASCII");
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1));
            String name = parsed.getPersonal();
            return new InternetAddress(
                    address.substring(0, at + 1) + domain, name == null ? "" : name, StandardCharsets.UTF_8.name());
        } catch (IllegalArgumentException noDomain) {
            throw new UnusableAddress("the domain is no domain name");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8: absent (expected: in every Java platform)", impossible);
        }
    }

    /** Text for a header: without line breaks and other control characters. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** What a server said, fit for people and logs: short, and without addresses. */
    static String withoutAddresses(String said) {
        String short200 = oneLine(said.length() > 200 ? said.substring(0, 200) : said);
        return short200.replaceAll("[^\\s<>]+@[^\\s<>]+", "(address)");
    }
}
