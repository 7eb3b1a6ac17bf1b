package dev.sendero.connectors.email;

import jakarta.mail.MessagingException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection could not be secured, in words for whoever has to repair it. */
final class TlsFailures {

    private static final int DEEPEST = 12;

    private TlsFailures() {}

    /** Empty where something else has failed. */
    static Optional<String> in(Throwable failure) {
        List<Throwable> chain = chainOf(failure);
        if (has(chain, CertPathBuilderException.class) || has(chain, CertPathValidatorException.class)) {
            return Optional.of("nobody whom this machine trusts vouches for its certificate");
        }
        if (has(chain, CertificateException.class) || chain.stream().anyMatch(TlsFailures::saysOtherIdentity)) {
            return Optional.of("its certificate is that of another host");
        }
        return has(chain, SSLException.class)
                ? Optional.of("it and this machine do not understand each other")
                : Optional.empty();
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    /** The mail library has no class for it. */
    private static boolean saysOtherIdentity(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "").contains("identity");
    }

    private static List<Throwable> chainOf(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        @Nullable Throwable next = failure;
        while (next != null && chain.size() < DEEPEST) {
            chain.add(next);
            @Nullable Throwable cause = next.getCause();
            next = cause == null && next instanceof MessagingException carried ? carried.getNextException() : cause;
        }
        return chain;
    }
}
