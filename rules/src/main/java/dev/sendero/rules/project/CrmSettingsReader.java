package dev.sendero.rules.project;

import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code crm: {hubspot: {…}}} and {@code crm: {salesforce: {…}}}. */
final class CrmSettingsReader {

    private static final String HUBSPOT = "https://api.hubapi.com";
    private static final String NOTE_KEY = "sendero_message";

    /** The oldest version whose answer to a change has the record's id in it. */
    private static final int OLDEST_VERSION = 46;

    private static final int NEWEST_VERSION = 999;
    private static final int VERSION = 62;

    private final ValueReader values;

    CrmSettingsReader(ValueReader values) {
        this.values = values;
    }

    Optional<ChannelSettings> read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        Optional<String> provider = reader.oneOf("'channels.crm'", List.of("hubspot", "salesforce"));
        Optional<ChannelSettings> settings = provider.flatMap(reader::mapping)
                .map(said -> provider.get().equals("hubspot") ? hubSpot(said) : salesforce(said));
        reader.refuseOthers("'channels.crm'");
        return settings;
    }

    private ChannelSettings hubSpot(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "token", "HUBSPOT_TOKEN");
        reader.require("'hubspot'", "token_env", "keys");
        var settings = new ChannelSettings.HubSpot(
                WebAddresses.read(reader, "url", HUBSPOT),
                text(reader, "token_env", ""),
                keys(reader),
                text(reader, "note_key", NOTE_KEY));
        reader.refuseOthers("'hubspot'");
        return settings;
    }

    private ChannelSettings salesforce(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "client_id", "SALESFORCE_CLIENT_ID");
        SecretKeys.refuse(mapping, reader, "client_secret", "SALESFORCE_CLIENT_SECRET");
        reader.require("'salesforce'", "login_url", "client_id_env", "client_secret_env", "keys");
        var settings = new ChannelSettings.Salesforce(
                WebAddresses.read(reader, "login_url", ""),
                WebAddresses.read(reader, "instance_url", ""),
                text(reader, "client_id_env", ""),
                text(reader, "client_secret_env", ""),
                reader.number("version", OLDEST_VERSION, NEWEST_VERSION).orElse(VERSION),
                keys(reader));
        reader.refuseOthers("'salesforce'");
        return settings;
    }

    private Map<String, String> keys(MappingReader reader) {
        var keys = new TreeMap<String, String>();
        reader.mapping("keys")
                .ifPresent(mapping -> mapping.entries().forEach(entry -> values.scalar(entry.value(), entry.name())
                        .ifPresent(key -> keys.put(entry.name(), key.text()))));
        return Collections.unmodifiableMap(keys);
    }

    private static String text(MappingReader reader, String key, String otherwise) {
        return reader.scalar(key).map(YamlScalar::text).orElse(otherwise);
    }
}
