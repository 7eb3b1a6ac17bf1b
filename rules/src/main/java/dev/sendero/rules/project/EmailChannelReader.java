package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.project.ChannelSettings.Bounces;
import dev.sendero.rules.project.ChannelSettings.Dkim;
import dev.sendero.rules.project.ChannelSettings.Imap;
import dev.sendero.rules.project.ChannelSettings.Smtp;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code email: {smtp: {…}, dkim: {…}, bounces: {…}, tracking: {…}}}. */
final class EmailChannelReader {

    private static final int SUBMISSION_PORT = 587;

    /** RFC 8314, 7.3. */
    private static final int SUBMISSIONS_PORT = 465;

    private static final int IMAPS_PORT = 993;
    private static final int MAX_PORT = 65_535;
    private static final int MOST_CALLS_PER_DOMAIN = 1_000;

    private final ValueReader values;
    private final KnownGroups groups;

    EmailChannelReader(ValueReader values, KnownGroups groups) {
        this.values = values;
        this.groups = groups;
    }

    ChannelSettings.Email read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        var email = new ChannelSettings.Email(
                reader.mapping("smtp").map(this::smtp),
                reader.mapping("dkim").map(this::dkim),
                reader.mapping("bounces").map(this::bounces).orElse(Bounces.UNHEARD),
                reader.mapping("tracking").map(this::tracking).orElse(MailTracking.OFF));
        reader.refuseOthers("'channels.email'");
        return email;
    }

    private Smtp smtp(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "user", "SMTP_USER");
        SecretKeys.refuse(mapping, reader, "password", "SMTP_PASSWORD");
        reader.require("'smtp'", "host");
        boolean implicitTls = reader.flag("implicit_tls").orElse(false);
        int port = reader.number("port", 1, MAX_PORT).orElse(implicitTls ? SUBMISSIONS_PORT : SUBMISSION_PORT);
        if (port == SUBMISSIONS_PORT && !implicitTls) {
            values.findings()
                    .warning(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("port"),
                            "at port " + SUBMISSIONS_PORT + " servers wait for a connection that is secured at once",
                            "add implicit_tls: true, or use port " + SUBMISSION_PORT);
        }
        var smtp = new Smtp(
                text(reader, "host"),
                port,
                text(reader, "from"),
                text(reader, "user_env"),
                text(reader, "password_env"),
                reader.flag("starttls").orElse(true),
                implicitTls,
                reader.number("calls_per_domain", 1, MOST_CALLS_PER_DOMAIN).orElse(Smtp.CALLS_PER_DOMAIN));
        reader.refuseOthers("'smtp'");
        return smtp;
    }

    private Dkim dkim(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "key", "DKIM_KEY");
        reader.require("'dkim'", "domain", "selector");
        reader.oneOf("'dkim'", List.of("key_env", "key_file"));
        var dkim = new Dkim(
                text(reader, "domain"), text(reader, "selector"), text(reader, "key_env"), text(reader, "key_file"));
        if (!dkim.keyFile().isEmpty() && !dkim.keyFile().startsWith("/")) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("key_file"),
                            "'key_file' is '" + dkim.keyFile() + "'",
                            "write the whole path of a file outside of the project, such as /etc/sendero/dkim.pem");
        }
        reader.refuseOthers("'dkim'");
        return dkim;
    }

    private Bounces bounces(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "secret", "BOUNCE_SECRET");
        var bounces = new Bounces(
                text(reader, "to"),
                text(reader, "secret_env"),
                reader.mapping("imap").map(this::imap));
        reader.refuseOthers("'bounces'");
        return bounces;
    }

    private Imap imap(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "user", "IMAP_USER");
        SecretKeys.refuse(mapping, reader, "password", "IMAP_PASSWORD");
        reader.require("'imap'", "host", "user_env", "password_env");
        var imap = new Imap(
                text(reader, "host"),
                reader.number("port", 1, MAX_PORT).orElse(IMAPS_PORT),
                text(reader, "user_env"),
                text(reader, "password_env"),
                reader.scalar("folder").map(YamlScalar::text).orElse("INBOX"),
                reader.flag("tls").orElse(true));
        reader.refuseOthers("'imap'");
        return imap;
    }

    private MailTracking tracking(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        Set<String> followed = new TreeSet<>();
        for (YamlNode node : reader.list("groups").orElse(List.of())) {
            groups.read(node).ifPresent(followed::add);
        }
        var tracking = new MailTracking(
                reader.flag("opens").orElse(false),
                reader.flag("clicks").orElse(false),
                reader.flag("text").orElse(false),
                Collections.unmodifiableSet(followed));
        reader.refuseOthers("'tracking'");
        return tracking;
    }

    private static String text(MappingReader reader, String key) {
        return reader.scalar(key).map(YamlScalar::text).orElse("");
    }
}
