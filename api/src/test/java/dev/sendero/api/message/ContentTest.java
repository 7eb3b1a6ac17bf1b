package dev.sendero.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContentTest {

    private static final Content.Email PLAIN = new Content.Email(
            "", "shop@example.com", "Hello", "", Content.Format.HTML, "<p>Hello</p>", Map.of("a", "b"));

    private static final Content.Email HOLA =
            new Content.Email("", "", "Hola", "", Content.Format.MJML, "<mjml></mjml>", Map.of());

    @Test
    void a_content_is_read_as_it_was_written() throws MalformedJson {
        for (Content content : List.of(
                PLAIN,
                new Content.Email(
                        "",
                        "",
                        "Hello",
                        "",
                        Content.Format.HTML,
                        "x",
                        Map.of(),
                        Map.of("es", HOLA),
                        Map.of("utm_source", "shop")),
                new Content.Sms("", "Hello", Map.of("es", "Hola")),
                new Content.Push("", "Hello", "there", "https://shop.example", Map.of("utm_source", "shop")),
                new Content.Crm("{{ profile.id }}", "contact", "{\"a\":1}", "called"))) {
            Content read = WireJson.read(WireJson.write(content), Content.class);

            assertThat(read).isEqualTo(content);
            assertThat(read.id()).isEqualTo(content.id());
        }
    }

    @Test
    void what_was_published_before_there_were_notes_has_the_same_id() throws MalformedJson {
        Content crm = read("{\"channel\":\"crm\",\"to\":\"ada\",\"object\":\"contact\",\"set\":\"{}\"}");

        assertThat(crm).isEqualTo(new Content.Crm("ada", "contact", "{}", ""));
        assertThat(crm.id()).isNotEqualTo(new Content.Crm("ada", "contact", "{}", "called").id());
    }

    @Test
    void what_was_published_before_there_were_languages_and_links_has_the_same_id() throws MalformedJson {
        Content email = read("""
                {"channel":"email","to":"","from":"shop@example.com","subject":"Hello","preheader":"","format":"HTML",
                 "body":"<p>Hello</p>","partials":{"a":"b"}}""");
        Content sms = read("{\"channel\":\"sms\",\"to\":\"\",\"text\":\"Hello\"}");

        assertThat(email).isEqualTo(PLAIN);
        assertThat(email.id()).isEqualTo(new ContentId("491086282ba68069764435c416fb45de"));
        assertThat(sms).isEqualTo(new Content.Sms("", "Hello"));
        assertThat(sms.id()).isEqualTo(new ContentId("eb320718af99c7bd88c92d97490f7530"));
    }

    private static Content read(String json) throws MalformedJson {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), Content.class);
    }

    @Test
    void another_language_or_other_links_make_another_content() {
        var spanish = new Content.Email(
                PLAIN.to(),
                PLAIN.from(),
                PLAIN.subject(),
                PLAIN.preheader(),
                PLAIN.format(),
                PLAIN.body(),
                PLAIN.partials(),
                Map.of("es", HOLA),
                Map.of());
        var linked = new Content.Email(
                PLAIN.to(),
                PLAIN.from(),
                PLAIN.subject(),
                PLAIN.preheader(),
                PLAIN.format(),
                PLAIN.body(),
                PLAIN.partials(),
                Map.of(),
                Map.of("utm_source", "shop"));

        assertThat(List.of(PLAIN.id(), spanish.id(), linked.id())).doesNotHaveDuplicates();
    }
}
