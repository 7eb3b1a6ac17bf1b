package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.AddressRange;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.trait.ProfileRules;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @Test
    void an_empty_file_is_enough() {
        Settings settings = read("");

        assertThat(settings.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.currency()).isEqualTo("USD");
        assertThat(settings.writeKeys()).containsExactly("dev");
        assertThat(settings.groups()).isEmpty();
        assertThat(settings.channels()).isEmpty();
        assertThat(settings.bounds()).isEqualTo(Bounds.DEFAULT);
    }

    @Test
    void a_full_file_is_read() {
        Settings settings = read("""
                name: Shop
                timezone: Europe/Madrid
                currency: EUR
                stages: [awareness, decision]
                subscription_groups:
                  offers: { title: Our offers, channels: [email, sms], default: opted_in }
                  news: {}
                channels:
                  email:
                    smtp:
                      host: mail.example.com
                      port: 2525
                      from: Shop <shop@example.com>
                      user_env: SMTP_USER
                      password_env: SMTP_PASSWORD
                      starttls: false
                write_keys: [web, app]
                holdout: 5%
                utm: { source: shop, term: lamps }
                bounds: { partials: 20, finished_runs: 1, entries: 10000 }
                """);

        assertThat(settings)
                .isEqualTo(new Settings(
                        "Shop",
                        ZoneId.of("Europe/Madrid"),
                        "EUR",
                        List.of("awareness", "decision"),
                        Map.of(
                                "offers",
                                new SubscriptionGroup("offers", "Our offers", Set.of(Channel.EMAIL, Channel.SMS), true),
                                "news",
                                new SubscriptionGroup(
                                        "news", "news", Set.of(Channel.EMAIL, Channel.SMS, Channel.PUSH), false)),
                        Map.of(
                                Channel.EMAIL,
                                new ChannelSettings.Email(
                                        Optional.of(new ChannelSettings.Smtp(
                                                "mail.example.com",
                                                2525,
                                                "Shop <shop@example.com>",
                                                "SMTP_USER",
                                                "SMTP_PASSWORD",
                                                false,
                                                false,
                                                20)),
                                        Optional.empty(),
                                        ChannelSettings.Bounces.UNHEARD,
                                        MailTracking.OFF)),
                        LinkSettings.NONE,
                        List.of("web", "app"),
                        new Bounds(256, 64, 20, 64, 1, 10_000),
                        Share.ofPercent(5),
                        new Utm(true, new TreeMap<>(Map.of("source", "shop", "term", "lamps"))),
                        SendingRules.NONE,
                        MadeEvents.NONE,
                        ProfileRules.NONE));
    }

    @Test
    void records_are_kept_in_hubspot() {
        assertThat(channel(
                        Channel.CRM,
                        "crm: { hubspot: { token_env: HUBSPOT_TOKEN, keys: { contact: email, deal: deal_number } } }"))
                .isEqualTo(new ChannelSettings.HubSpot(
                        "https://api.hubapi.com",
                        "HUBSPOT_TOKEN",
                        Map.of("contact", "email", "deal", "deal_number"),
                        "sendero_message"));
    }

    @Test
    void or_in_salesforce() {
        assertThat(channel(Channel.CRM, """
                        crm:
                            salesforce:
                              login_url: https://shop.my.salesforce.com/
                              client_id_env: SALESFORCE_CLIENT_ID
                              client_secret_env: SALESFORCE_CLIENT_SECRET
                              version: 63
                              keys: { Contact: Customer_Id__c }
                        """))
                .isEqualTo(new ChannelSettings.Salesforce(
                        "https://shop.my.salesforce.com",
                        "",
                        "SALESFORCE_CLIENT_ID",
                        "SALESFORCE_CLIENT_SECRET",
                        63,
                        Map.of("Contact", "Customer_Id__c")));
    }

    @Test
    void other_systems_are_called_with_a_signature() {
        assertThat(channel(Channel.WEBHOOK, "webhook: { secret_env: WEBHOOK_SECRET, allow: [127.0.0.1/32] }"))
                .isEqualTo(new ChannelSettings.Webhook(
                        "WEBHOOK_SECRET",
                        List.of(AddressRange.parse("127.0.0.1/32").orElseThrow())));
    }

    private static ChannelSettings channel(Channel channel, String said) {
        return read("channels:\n  " + said).channels().get(channel);
    }

    @Test
    void quiet_hours_are_those_of_a_channel_or_of_all() {
        var night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneChoice.CUSTOMER);

        assertThat(read("quiet_hours: { sms: { from: \"21:00\", to: \"08:00\" } }")
                        .sending()
                        .quietHours())
                .isEqualTo(Map.of(Channel.SMS, night));
        assertThat(read("quiet_hours: { from: \"21:00\", to: \"08:00\", timezone: customer }")
                        .sending()
                        .quietHours())
                .containsEntry(Channel.SMS, night)
                .containsEntry(Channel.EMAIL, night);
    }

    @Test
    void a_channel_may_have_a_rate() {
        assertThat(read("channels: { email: { rate: 190/10s } }")
                        .sending()
                        .calls()
                        .rates())
                .isEqualTo(Map.of(Channel.EMAIL, new Rate(190, Duration.ofSeconds(10))));
    }

    @Test
    void what_is_in_doubt_is_held_unless_its_channel_says_otherwise() {
        CallRules calls = read("channels: { email: { on_doubt: resend }, sms: { on_doubt: hold } }")
                .sending()
                .calls();

        assertThat(calls.onDoubt(Channel.EMAIL)).isEqualTo(OnDoubt.RESEND);
        assertThat(calls.onDoubt(Channel.SMS)).isEqualTo(OnDoubt.HOLD);
        assertThat(calls.onDoubt(Channel.SLACK)).isEqualTo(OnDoubt.HOLD);
    }

    @Test
    void frequency_caps_are_about_all_messages_or_some() {
        assertThat(read("""
                        subscription_groups: { offers: {} }
                        frequency_caps:
                          - { at_most: 3, per: 7d }
                          - { at_most: 1, per: 1d, channels: [sms], groups: [offers] }
                        """).sending().frequencyCaps())
                .containsExactly(
                        new FrequencyCap(3, Duration.ofDays(7), Set.of(), Set.of()),
                        new FrequencyCap(1, Duration.ofDays(1), Set.of(Channel.SMS), Set.of("offers")));
    }

    @Test
    void texts_leave_from_a_number_or_a_service_and_slack_is_reached_by_token_and_webhooks() {
        Settings settings = read("""
                channels:
                  sms:
                    twilio:
                      account: AC1
                      token_env: TWILIO_TOKEN
                      api_key: SK1
                      api_key_secret_env: TWILIO_SECRET
                      from: +15550100000
                      help: Shop, shop.example
                      url: http://127.0.0.1:4010/
                  slack:
                    token_env: SLACK_TOKEN
                    webhooks: { "#vip-desk": SLACK_VIP_DESK }
                    per_second: 2
                """);

        assertThat(settings.channels())
                .isEqualTo(Map.of(
                        Channel.SMS,
                        new ChannelSettings.Twilio(
                                "AC1",
                                "TWILIO_TOKEN",
                                "SK1",
                                "TWILIO_SECRET",
                                "+15550100000",
                                "",
                                1,
                                "Shop, shop.example",
                                "http://127.0.0.1:4010"),
                        Channel.SLACK,
                        new ChannelSettings.Slack(
                                "SLACK_TOKEN", Map.of("#vip-desk", "SLACK_VIP_DESK"), 2, "https://slack.com/api")));
        assertThat(read("channels: { sms: { twilio: { account: AC1, token_env: T, messaging_service: MG1 } } }")
                        .channels()
                        .get(Channel.SMS))
                .isEqualTo(
                        new ChannelSettings.Twilio("AC1", "T", "", "", "", "MG1", 100, "", "https://api.twilio.com"));
    }

    @Test
    void mail_may_be_signed_followed_and_come_back() {
        Settings settings = read("""
                subscription_groups: { offers: {} }
                channels:
                  email:
                    smtp: { host: mail.example.com, calls_per_domain: 5 }
                    dkim: { domain: example.com, selector: s2026, key_env: DKIM_KEY }
                    bounces:
                      to: bounces@example.com
                      secret_env: BOUNCE_SECRET
                      imap: { host: imap.example.com, user_env: IMAP_USER, password_env: IMAP_PASSWORD }
                    tracking: { opens: true, clicks: true, groups: [offers] }
                """);

        assertThat(settings.channels().get(Channel.EMAIL))
                .isEqualTo(new ChannelSettings.Email(
                        Optional.of(new ChannelSettings.Smtp("mail.example.com", 587, "", "", "", true, false, 5)),
                        Optional.of(new ChannelSettings.Dkim("example.com", "s2026", "DKIM_KEY", "")),
                        new ChannelSettings.Bounces(
                                "bounces@example.com",
                                "BOUNCE_SECRET",
                                Optional.of(new ChannelSettings.Imap(
                                        "imap.example.com", 993, "IMAP_USER", "IMAP_PASSWORD", "INBOX", true))),
                        new MailTracking(true, true, false, Set.of("offers"))));
    }

    @Test
    void links_lead_to_an_address_without_a_path() {
        assertThat(read("links: { address: \"https://mail.example.com\", key_env: LINK_KEY }")
                        .links())
                .isEqualTo(new LinkSettings(Optional.of(URI.create("https://mail.example.com")), "LINK_KEY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "ftp://mail.example.com",
                "https://mail.example.com/l",
                "https://mail.example.com?a=1",
                "https://me@mail.example.com",
                "https://"
            })
    void what_is_no_such_address_is_refused(String address) {
        var findings = new Findings(SourceFile.of("sendero.yaml", "links: { address: \"" + address + "\" }"));

        new SettingsReader(findings).read();

        assertThat(findings.problems()).extracting(Problem::code).containsExactly(ProblemCode.WRONG_VALUE);
    }

    private static Settings read(String text) {
        var findings = new Findings(SourceFile.of("sendero.yaml", text));
        Settings settings = new SettingsReader(findings).read();
        assertThat(findings.problems()).isEmpty();
        return settings;
    }
}
