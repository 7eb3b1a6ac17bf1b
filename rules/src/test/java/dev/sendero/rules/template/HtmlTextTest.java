package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "<p>One</p><p>Two <b>bold</b>, three</p> => One||Two bold, three",
                "<h1>Title</h1>Text => Title||Text",
                "a<br>b<br><br>c => a|b||c",
                "<ul><li>a</li><li>b</li></ul>c => - a|- b||c",
                "<ol><li>a</li><li>b</li></ol> => 1. a|2. b",
                "<a href='https://x.example'>Shop</a> now => Shop (https://x.example) now",
                "<a href='https://x.example'>https://x.example</a> => https://x.example",
                "<a href='mailto:a@x.example'>us</a> => us (a@x.example)",
                "<a href='#top'>up</a> => up",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> => a b|c",
                "<img src='x' alt='A lamp'> => A lamp",
                "<div style='display: none'>Hidden</div>Shown => Shown",
                "<div style='display:none'><p>Hidden <b>deep</b></p></div><p>Shown</p> => Shown",
                "<style>p {}</style><script>x()</script><p>Shown</p> => Shown",
                "a   b&nbsp;c &lt;d&gt; => a b\u00a0c <d>",
                "<div>a</div><div>b</div> => a|b"
            })
    void text_follows_the_shape_of_html(String html, String expected) {
        assertThat(HtmlText.of(html).replace("\n", "|")).isEqualTo(expected);
    }
}
