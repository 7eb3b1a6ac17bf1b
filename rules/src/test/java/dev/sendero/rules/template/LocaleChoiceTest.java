package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Rendered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocaleChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "es-MX, es-MX",
        "es_mx, es-MX",
        "es-AR, es",
        "es, es",
        "de_DE.UTF-8, de",
        "zh-Hant-TW, zh-Hant",
        "fr, ''",
        "e, ''",
        "'', ''",
        "'es; drop', ''",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, ''"
    })
    void the_nearest_variant_is_taken_and_else_the_one_without_a_locale(String locale, String expected) {
        assertThat(LocaleChoice.of(Set.of("es", "es-MX", "de", "zh-Hant"), locale)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void a_customer_is_spoken_to_in_her_language() throws RenderFailure {
        var content = new Content.Email(
                "",
                "",
                "Hello {{ profile.id }}",
                "",
                Content.Format.HTML,
                "<p>Hello</p>",
                Map.of(),
                Map.of(
                        "es",
                        new Content.Email(
                                "", "", "Hola {{ profile.id }}", "", Content.Format.HTML, "<p>Hola</p>", Map.of())),
                Map.of());

        assertThat(subject(content, Map.of("locale", "es-ES"))).isEqualTo("Hola ada");
        assertThat(subject(content, Map.of("locale", "fr"))).isEqualTo("Hello ada");
        assertThat(subject(content, Map.of())).isEqualTo("Hello ada");
        assertThat(subject(content, Map.of("locale", List.of("es")))).isEqualTo("Hello ada");
    }

    private static String subject(Content content, Map<String, Object> traits) throws RenderFailure {
        Map<String, Object> variables = Map.of("profile", Map.of("id", "ada", "traits", traits));
        return ((Rendered.Email) new LiquidRenderer().render(content, "ada@example.com", variables)).subject();
    }
}
