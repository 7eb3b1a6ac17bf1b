package dev.sendero.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/** Signs mail in the name of a domain (DKIM, RFC 6376), with RSA and SHA-256. The key shows in no text made of this. */
public final class DkimKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private final String domain;
    private final String selector;
    private final RSAPrivateKey key;

    private DkimKey(String domain, String selector, RSAPrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /**
     * @param domain whose mail it is; the public key is found in its DNS at {@code SELECTOR._domainkey.DOMAIN}
     * @param privateKey an RSA key in PKCS #8 as PEM; the line breaks may be missing, as they often are in the environment
     * @throws IllegalArgumentException when one of them cannot be used
     */
    public static DkimKey of(String domain, String selector, String privateKey) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("DKIM domain: " + domain + " (expected: one such as example.com)");
        }
        if (!SELECTOR.matcher(selector).matches()) {
            throw new IllegalArgumentException("DKIM selector: " + selector + " (expected: one such as s2026)");
        }
        return new DkimKey(domain, selector, rsaKey(privateKey));
    }

    private static RSAPrivateKey rsaKey(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("DKIM key: not in PEM (expected: " + BEGIN + " …)");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // The cause is left out: it might quote the key.
            throw new IllegalArgumentException("DKIM key: not an RSA key (expected: RSA in PKCS #8, 2048 bits or so)");
        }
    }

    /** Signs what it sees: the message must not change afterwards. Safe for many threads. */
    MimeMessage sign(MimeMessage message) throws MessagingException {
        return new DkimMessage(message, signer());
    }

    /** One for each message, since it keeps a digest and must not be shared by threads. */
    private DkimSigner signer() {
        var signer = new DkimSigner(domain, selector, key);
        // Servers on the way may fold headers and drop blanks at the end of lines; relaxed survives both.
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        // RFC 8058, section 4: both headers must be covered. All others that we write are by default.
        signer.addHeaderToSign("List-Unsubscribe-Post");
        // Asks the DNS before each signature; whether the public key is there shows in the first mail.
        signer.setCheckDomainKey(false);
        return signer;
    }
}
