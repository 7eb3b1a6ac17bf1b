package dev.sendero.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.sendero.api.message.Rendered;
import dev.sendero.gateway.preview.PreviewMessage;
import dev.sendero.gateway.preview.PreviewServer;
import dev.sendero.gateway.preview.PreviewSource;
import dev.sendero.gateway.preview.PreviewView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewPageTest {

    private static Optional<Chromium> chromium = Optional.empty();

    private final Letters letters = new Letters();
    private final List<String> complaints = new ArrayList<>();
    private PreviewServer server;

    @BeforeAll
    static void launch() {
        Optional<Path> executable = Chromium.find();
        chromium = executable.map(Chromium::new);
    }

    @AfterAll
    static void quit() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void serve() throws Exception {
        server = PreviewServer.start(0, letters);
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(complaints).as("errors in the page").isEmpty();
    }

    @Test
    void the_parts_of_a_text_message_are_counted_as_carriers_do() {
        List<String> texts = List.of(
                "",
                "a".repeat(160),
                "a".repeat(161),
                "a".repeat(153 * 2 + 1),
                "€".repeat(80),
                "€".repeat(81),
                "€".repeat(153),
                "ç".repeat(70),
                "ç".repeat(71),
                "☕".repeat(67 * 2 + 1),
                "🛒".repeat(35),
                "🛒".repeat(66),
                "🛒".repeat(67));

        Object parts = open().evaluate(
                        "async texts => { const { partsOf } = await import('/console/sms-parts.js');"
                                + " return texts.map(text => partsOf(text).parts); }",
                        texts);

        assertThat(parts).isEqualTo(List.of(1, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3));
    }

    @Test
    void a_mail_is_shown_at_both_widths_light_and_dark_in_every_locale() {
        Page page = open();

        assertThat(page.locator(".preview-device")).hasCount(8);
        assertThat(page.locator(".preview-device.phone.dark")).hasCount(2);
        assertThat(page.frameLocator(".preview-device.desktop.dark iframe >> nth=0")
                        .getByText("Hello Ada"))
                .hasCSS("color", "rgb(255, 255, 255)");
        assertThat(page.frameLocator(".preview-device.desktop.light iframe >> nth=0")
                        .getByText("Hello Ada"))
                .hasCSS("color", "rgb(0, 0, 0)");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("es").setExact(true))
                .click();

        assertThat(page.locator(".preview-device")).hasCount(4);
        assertThat(page.locator(".preview-facts")).containsText("Hola Ada");
        assertThat(page.locator(".preview-links"))
                .hasText("https://casaclara.example/?utm_source=clara&utm_medium=email");
    }

    @Test
    void another_sample_and_a_save_are_seen_at_once() {
        Page page = open();

        page.locator(".preview-sample select").selectOption("1");

        assertThat(page.locator(".preview-facts").first()).containsText("Hello Grace");

        letters.greeting = "Good morning";
        letters.problems = List.of("templates/hello.liquid:3:1: error");
        server.changed();

        assertThat(page.locator(".preview-facts").first()).containsText("Good morning Grace");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("templates/hello.liquid:3:1");
    }

    @Test
    void what_is_asked_for_is_sent() {
        Page page = open();

        page.getByLabel("Send to").fill("me@example.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me this"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("sent to me@example.com");
        assertThat(letters.sent).containsExactly("0  me@example.com");
    }

    @Test
    void a_page_of_another_site_sends_nothing_and_reads_nothing() throws Exception {
        assertThat(status(HttpRequest.newBuilder(address("/api/preview/send"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"sample\":0,\"to\":\"x@example.com\"}"))
                        .build()))
                .isEqualTo(403);
        assertThat(letters.sent).isEmpty();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Page open() {
        assumeTrue(chromium.isPresent(), Chromium.HOW_TO_GET_IT);
        Page page = chromium.orElseThrow().browser().newPage();
        page.onPageError(complaints::add);
        page.navigate(server.address());
        return page;
    }

    /** A greeting in two locales for two customers. */
    private static final class Letters implements PreviewSource {

        private final List<String> sent = new ArrayList<>();
        private volatile String greeting = "Hello";
        private volatile List<String> problems = List.of();

        @Override
        public PreviewView view(int sample) {
            String name = sample == 1 ? "Grace" : "Ada";
            return new PreviewView(
                    "Casa Clara",
                    "hello",
                    List.of("Ada", "Grace"),
                    sample,
                    "the mailbox",
                    problems,
                    List.of(letter("", greeting + " " + name), letter("es", "Hola " + name)));
        }

        private static PreviewMessage letter(String locale, String text) {
            return PreviewMessage.of(
                    locale,
                    new Rendered.Email(
                            "ada@example.com",
                            "Casa Clara <hola@casaclara.example>",
                            text,
                            "",
                            text,
                            "<style>p { color: black } @media (prefers-color-scheme: dark) { p { color: white } }</style><p>"
                                    + text
                                    + "</p><a href=\"https://casaclara.example/?utm_source=clara&amp;utm_medium=email\">Us</a>"));
        }

        @Override
        public Sent send(int sample, String locale, String to) {
            sent.add(sample + " " + locale + " " + to);
            return new Sent(true, "sent to " + to);
        }
    }
}
