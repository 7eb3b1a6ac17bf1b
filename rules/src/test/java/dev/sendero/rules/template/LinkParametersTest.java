package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Rendered;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkParametersTest {

    private static final Map<String, String> PARAMETERS = Map.of("utm_medium", "email", "utm_source", "the shop");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "https://a.example => https://a.example?utm_medium=email&utm_source=the%20shop",
                "https://a.example/?q=1 => https://a.example/?q=1&utm_medium=email&utm_source=the%20shop",
                "https://a.example/? => https://a.example/?utm_medium=email&utm_source=the%20shop",
                "https://a.example/#top => https://a.example/?utm_medium=email&utm_source=the%20shop#top",
                "https://a.example/?utm_source=x => https://a.example/?utm_source=x&utm_medium=email",
                "mailto:ada@example.com => mailto:ada@example.com",
                "#top => #top",
                "/cart => /cart"
            })
    void a_link_gets_the_parameters_that_it_has_not(String link, String expected) {
        assertThat(LinkParameters.in(link, PARAMETERS, "&")).isEqualTo(expected);
    }

    @Test
    void the_links_of_a_page_are_found_as_a_browser_asks_for_them() {
        assertThat(HtmlLinks.of("<a href=\"https://a.example/?q=1&amp;r=2\">A</a> <a class=x href='#top'>B</a>"
                        + " <a href=\"https://a.example/?q=1&amp;r=2\">again</a> <link href=\"x.css\">"))
                .containsExactly("https://a.example/?q=1&r=2", "#top");
    }

    @Test
    void only_links_of_a_page_get_them() {
        String html = "<a class=x href=\"https://a.example/?q=1&amp;r=2\">A</a> <A HREF='http://b.example'>B</A>"
                + "<img src=\"https://c.example/i.png\"> <p>https://d.example</p> <abbr href=\"https://e.example\">";

        assertThat(LinkParameters.inHtml(html, Map.of("utm_source", "x"), Set.of()))
                .isEqualTo("<a class=x href=\"https://a.example/?q=1&amp;r=2&amp;utm_source=x\">A</a>"
                        + " <A HREF='http://b.example?utm_source=x'>B</A>"
                        + "<img src=\"https://c.example/i.png\"> <p>https://d.example</p>"
                        + " <abbr href=\"https://e.example\">");
    }

    @Test
    void a_mail_has_them_in_both_of_its_bodies() throws RenderFailure {
        var content = new Content.Email(
                "",
                "",
                "s",
                "",
                Content.Format.HTML,
                "<p><a href=\"https://a.example/{{ profile.id }}\">Cart</a></p>",
                Map.of(),
                Map.of(),
                Map.of("utm_source", "x"));

        var mail = (Rendered.Email)
                new LiquidRenderer().render(content, "ada@example.com", Map.of("profile", Map.of("id", "ada")));

        assertThat(mail.html()).contains("href=\"https://a.example/ada?utm_source=x\"");
        assertThat(mail.text()).isEqualTo("Cart (https://a.example/ada?utm_source=x)");
    }

    @Test
    void a_notification_has_them_in_its_link() throws RenderFailure {
        var content = new Content.Push("", "t", "x", "https://a.example", Map.of("utm_source", "x"));

        assertThat(new LiquidRenderer().render(content, "token", Map.of()))
                .isEqualTo(new Rendered.Push("token", "t", "x", "https://a.example?utm_source=x"));
    }

    @Test
    void a_record_of_the_crm_gets_its_values_rendered() throws RenderFailure {
        var content = new Content.Crm("{{ profile.id }}", "contact", "{\"n\":3,\"who\":\"{{ profile.id }}\"}");

        assertThat(new LiquidRenderer().render(content, "", Map.of("profile", Map.of("id", "a\"b"))))
                .isEqualTo(new Rendered.Crm("a\"b", "contact", "{\"n\":3,\"who\":\"a\\\"b\"}"));
    }
}
