package dev.sendero.gateway.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColourSchemeTest {

    private static final String MAIL =
            "<style>@media (prefers-color-scheme: dark) { a { color: white } } @media (prefers-color-scheme:light) { b {} }</style>";

    @Test
    void a_mail_is_shown_in_its_dark_colours_whatever_the_browser_is_in() {
        assertThat(ColourScheme.DARK.shown(MAIL))
                .contains("@media (min-width: 0) { a")
                .contains("@media (max-width: 0) { b");
    }

    @Test
    void and_in_its_light_ones() {
        assertThat(ColourScheme.LIGHT.shown(MAIL))
                .contains("@media (max-width: 0) { a")
                .contains("@media (min-width: 0) { b");
    }

    @Test
    void whether_it_has_dark_ones_is_seen_in_its_styles() {
        assertThat(ColourScheme.isKnownTo(MAIL)).isTrue();
        assertThat(ColourScheme.isKnownTo("<p>dark</p>")).isFalse();
    }
}
