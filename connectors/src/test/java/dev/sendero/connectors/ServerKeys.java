package dev.sendero.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate of their own, made for one test, for a server that is called by one name.
 *
 * @param file the key store, of the kind PKCS12
 */
public record ServerKeys(Path file, SSLContext context) {

    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    public static ServerKeys of(String name, Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Path log = folder.resolve(name + ".log");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (made.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(log));
        }
        return new ServerKeys(file, contextOf(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())));
    }

    /** Trusts this server's certificate and no other. */
    public SSLSocketFactory trusting() {
        return context.getSocketFactory();
    }

    private static SSLContext contextOf(KeyStore keys) throws IOException, GeneralSecurityException {
        var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD.toCharArray());
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }
}
