package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Content.Format;
import dev.sendero.api.message.Rendered;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidRendererTest {

    private static final Map<String, Object> VARIABLES = Map.of(
            "now", "2026-03-02T12:00:00Z",
            "profile",
                    Map.of(
                            "id",
                            "ada",
                            "traits",
                            Map.of(
                                    "name", "Ada <script>alert('x')</script> & Co",
                                    "sneaky", "{{ 7 | times: 7 }}{% assign x = 1 %}",
                                    "lines", "Ada\r\nBcc: victim@example.com\u2028\u0000end",
                                    "total", 1234567.5,
                                    "tags", List.of("<b>", "c"))),
            "run",
                    Map.of(
                            "added",
                            Map.of(
                                    "timestamp",
                                    "2026-03-02T11:00:00Z",
                                    "properties",
                                    Map.of("name", "Lamp", "price", 35L))));

    private final LiquidRenderer renderer = new LiquidRenderer();

    @Test
    void a_mail_has_subject_html_and_text() throws RenderFailure {
        var content = email("{{ profile.id }}, your {{ run.added.properties.name }}", """
                <html><body><h1>Hello {{ profile.id }}</h1>
                <p>It costs {{ run.added.properties.price }}. <a href="https://shop.example/{{ profile.id }}">Buy</a></p>
                <ul><li>One</li><li>Two</li></ul></body></html>""");

        var mail = render(content);

        assertThat(mail.subject()).isEqualTo("ada, your Lamp");
        assertThat(mail.to()).isEqualTo("ada@example.com");
        assertThat(mail.html()).contains("<h1>Hello ada</h1>");
        assertThat(mail.text()).isEqualTo("""
                Hello ada

                It costs 35. Buy (https://shop.example/ada)

                - One
                - Two""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{{ profile.traits.name }} => Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co",
                "{{ profile.traits.name | escape }} => Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co",
                "{{ profile.traits.name | upcase }} => ADA &lt;SCRIPT&gt;ALERT(&#39;X&#39;)&lt;/SCRIPT&gt; &amp; CO",
                "{{ profile.traits.name | raw }} => Ada <script>alert('x')</script> & Co",
                "{{ profile.traits.name | raw | append: '<i>' }} => Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co&lt;i&gt;",
                "{% capture x %}<b>{{ profile.traits.name }}</b>{% endcapture %}{{ x }} => <b>Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co</b>",
                "{% assign x = profile.traits.name %}{{ x }} => Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co",
                "{% cycle profile.traits.name, 'b' %} => Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co",
                "{% for tag in profile.traits.tags %}{{ tag }}{% endfor %} => &lt;b&gt;c",
                "{{ profile.traits.tags }} => &lt;b&gt;c",
                "{% include 'hello' %} => Hello <b>Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co</b>",
                "{% render 'hello' %} => Hello <b>Ada &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co</b>",
                "{{ profile.traits.sneaky }} => {{ 7 | times: 7 }}{% assign x = 1 %}",
                "{{ profile.traits.missing }}|{{ profile.missing.deeper | default: 'friend' }} => |friend",
                "{{ profile.traits.total }} => 1234567.5",
                "{{ profile.traits.total | round: 2 }} => 1234567.50",
                "{{ run.added.properties.price | times: 1.19 | round: 2 }} => 41.65",
                "{{ run.added.timestamp | date: '%A, %d %B %Y %H:%M' }} => Monday, 02 March 2026 11:00",
                "{{ 'now' | date: '%Y-%m-%d' }} => 2026-03-02",
                "{{ now | date: '%H:%M' }} => 12:00",
                "{{ 'soon' | date: '%H:%M' }} => soon",
                "{% if run.added.properties.price > 30 %}dear{% else %}cheap{% endif %} => dear",
                "{% if profile.traits.missing > 30 %}dear{% else %}cheap{% endif %} => cheap"
            })
    void outputs_of_html_are_escaped_and_data_is_inert(String body, String expected) throws RenderFailure {
        assertThat(render(email("s", body)).html()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{{ run.added.properties.gone }} => ",
                "{{ run.added.properties.gone.deeper | upcase }} => ",
                "{{ run.added.properties.gone | date: '%H:%M' }} => ",
                "{{ run.added.properties.gone | join: ', ' }} => ",
                "{{ run.added.properties.gone | split: ',' | first }} => ",
                "{{ run.added.properties.gone | default: 'your lamp' }} => your lamp",
                "{{ run.added.properties.gone | times: 2 | round: 2 }} => 0.00",
                "{% for item in run.added.properties.gone %}{{ item.name }}{% endfor %} => ",
                "{% if run.added.properties.gone %}a{% else %}b{% endif %} => b",
                "{% case run.added.properties.gone %}{% when 'a' %}a{% else %}b{% endcase %} => b"
            })
    void what_an_event_does_not_say_renders_as_nothing(String body, String expected) throws RenderFailure {
        assertThat(render(email("s", body)).html()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_recipient_that_the_event_does_not_say_is_a_failure_with_a_reason() {
        var content = new Content.Sms("{{ run.added.properties.gone }}", "Hello");

        assertThatThrownBy(() -> renderer.render(content, "+34600", VARIABLES))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("there is no recipient");
    }

    @Test
    void mjml_becomes_html_with_values_escaped_in_texts_and_attributes() throws RenderFailure {
        var content = new Content.Email("", "shop@example.com", "s", "Only today", Format.MJML, """
                <mjml><mj-body><mj-section><mj-column>
                <mj-text>Dear {{ profile.traits.name }}</mj-text>
                <mj-button href="https://shop.example/?q={{ profile.traits.name }}">Buy</mj-button>
                </mj-column></mj-section></mj-body></mjml>""", Map.of());

        var mail = render(content);

        assertThat(mail.html())
                .contains("Dear Ada &lt;script&gt;")
                .doesNotContain("<script>")
                .contains("Only today");
        assertThat(mail.text())
                .startsWith("Dear Ada <script>alert('x')</script> & Co")
                .doesNotContain("Only today");
        assertThat(org.jsoup.Jsoup.parse(mail.html()).select("a").attr("href"))
                .isEqualTo("https://shop.example/?q=Ada <script>alert('x')</script> & Co");
    }

    @Test
    void nothing_can_begin_another_header() throws RenderFailure {
        var content = new Content.Email(
                "{{ profile.traits.lines }}",
                "{{ profile.traits.lines }}",
                "{{ profile.traits.lines }}",
                "",
                Format.HTML,
                "x",
                Map.of());

        var mail = render(content);

        assertThat(mail.subject()).isEqualTo("Ada Bcc: victim@example.com end");
        assertThat(mail.from()).isEqualTo(mail.subject());
        assertThat(mail.to()).isEqualTo(mail.subject());
    }

    @Test
    void texts_are_not_escaped() throws RenderFailure {
        assertThat(renderer.render(new Content.Sms("", "{{ profile.traits.name }}"), "+4912", VARIABLES))
                .isEqualTo(new Rendered.Sms("+4912", "Ada <script>alert('x')</script> & Co"));
        assertThat(renderer.render(new Content.Slack("#vip", "{{ profile.id }} left"), "", VARIABLES))
                .isEqualTo(new Rendered.Slack("#vip", "ada left"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{{ profile.traits.shouted }} => &lt;!channel&gt; &amp; \"Ada\"",
                "{{ profile.traits.shouted | escape }} => &lt;!channel&gt; &amp; \"Ada\"",
                "{{ profile.traits.shouted | upcase }} => &lt;!CHANNEL&gt; &amp; \"ADA\"",
                "{{ '<!chan' | append: 'nel>' }} => &lt;!channel&gt;",
                "{% capture x %}<!here> {{ profile.traits.shouted }}{% endcapture %}{{ x }} => <!here> &lt;!channel&gt; &amp; \"Ada\"",
                "{{ profile.traits.shouted | raw }} => <!channel> & \"Ada\"",
                "<!here> look, <https://shop.example/{{ profile.id }}|{{ profile.id }}> => <!here> look, <https://shop.example/ada|ada>"
            })
    void values_notify_nobody_in_slack_and_the_template_may(String text, String expected) throws RenderFailure {
        var shouted = Map.<String, Object>of(
                "profile", Map.of("id", "ada", "traits", Map.of("shouted", "<!channel> & \"Ada\"")));

        var rendered = renderer.render(new Content.Slack("#vip", text), "", shouted);

        assertThat(rendered).isEqualTo(new Rendered.Slack("#vip", expected));
    }

    @Test
    void slack_shows_what_the_values_say() throws RenderFailure {
        var rendered = renderer.render(new Content.Slack("#vip", "{{ profile.traits.name }}"), "", VARIABLES);

        assertThat(((Rendered.Slack) rendered).shownText()).isEqualTo("Ada <script>alert('x')</script> & Co");
    }

    @Test
    void the_strings_of_a_webhook_are_rendered_and_it_stays_json() throws RenderFailure {
        var content = new Content.Webhook(
                "https://crm.example/{{ profile.id }}", """
                {"name": "{{ profile.traits.name }}", "price": 35, "list": ["{{ profile.id }}", true]}""", Map.of("X-Customer", "{{ profile.traits.lines }}"));

        assertThat(renderer.render(content, "", VARIABLES))
                .isEqualTo(new Rendered.Webhook(
                        "https://crm.example/ada",
                        "{\"name\":\"Ada <script>alert('x')</script> & Co\",\"price\":35,\"list\":[\"ada\",true]}",
                        Map.of("X-Customer", "Ada Bcc: victim@example.com end")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..1000000) %}x{% endfor %}",
                "{% assign x = 'xxxxxxxxxx' %}{% for i in (1..40) %}{% assign x = x | append: x %}{% endfor %}",
                "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..40) %}{% assign x = x | replace: 'a', x %}{% endfor %}",
                "{% assign x = 1.5 %}{% for i in (1..60) %}{% assign x = x | times: x %}{% endfor %}",
                "{% capture x %}{% for i in (1..9000) %}{{ profile.traits.name }}{{ profile.traits.name }}{{ profile.traits.name }}{{ profile.traits.name }}{% endfor %}{% endcapture %}{{ x }}",
                "{% include 'again' %}",
                "{% include '../../etc/passwd' %}",
                "{{ 'now' | date: '%999999999d' }}"
            })
    void a_template_that_asks_for_too_much_fails(String body) {
        assertThatThrownBy(() -> render(email("s", body))).isInstanceOf(RenderFailure.class);
    }

    @Test
    void many_threads_render_one_content_alike() throws RenderFailure {
        var content = email("s", "{% for tag in profile.traits.tags %}{{ forloop.index }}{{ tag }}{% endfor %}");
        var alone = render(content);

        var together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(ignored -> {
                    try {
                        return render(content);
                    } catch (RenderFailure failure) {
                        throw new AssertionError(failure);
                    }
                })
                .distinct();

        assertThat(together).containsExactly(alone);
    }

    @Test
    void a_failure_says_nothing_of_the_customer() {
        assertThatThrownBy(() -> render(email("s", "x\n{{ profile.traits.name | sort }}")))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("the template fails: line 2: a filter cannot work with its value")
                .hasNoCause();
        assertThatThrownBy(() -> render(email("s", "{{ profile.traits.name | append: run.added | date: '%99d' }}")))
                .hasMessageContaining("date: a format with a width")
                .hasNoCause();
    }

    @Test
    void without_a_recipient_nothing_is_rendered() {
        assertThatThrownBy(() -> renderer.render(new Content.Sms("", "x"), " ", VARIABLES))
                .isInstanceOf(RenderFailure.class)
                .hasMessage("there is no recipient");
        assertThatThrownBy(() -> renderer.render(email("s", "x"), "a@example.com, b@example.com", VARIABLES))
                .isInstanceOf(RenderFailure.class);
    }

    @Test
    void locale_and_zone_of_the_machine_make_no_difference() throws RenderFailure {
        var content = email(
                "{{ 'iI' | upcase }} {{ 'iI' | downcase }} {{ 3.5 | round: 2 }}",
                "{{ now | date: '%A %d %B %Y %H:%M %p' }} {{ 12345.678 | round: 1 }}");
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var here = render(content);
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

                assertThat(new LiquidRenderer().render(content, "ada@example.com", VARIABLES))
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(here.subject()).isEqualTo("II ii 3.50");
    }

    private Rendered.Email render(Content.Email content) throws RenderFailure {
        return (Rendered.Email) renderer.render(content, "ada@example.com", VARIABLES);
    }

    private static Content.Email email(String subject, String body) {
        return new Content.Email(
                "",
                "shop@example.com",
                subject,
                "",
                Format.HTML,
                body,
                Map.of("hello", "Hello <b>{{ profile.traits.name }}</b>", "again", "{% include 'again' %}"));
    }
}
