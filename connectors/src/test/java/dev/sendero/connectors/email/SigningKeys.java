package dev.sendero.connectors.email;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;

/** A pair of keys as a domain has them: one in its DNS, one in the environment. */
record SigningKeys(KeyPair pair) {

    static SigningKeys make() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new SigningKeys(generator.generateKeyPair());
    }

    String privatePem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    /** What the DNS says at {@code SELECTOR._domainkey.DOMAIN}. */
    String dnsText() {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(publicKey().getEncoded());
    }
}
