package dev.sendero.rules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static final String JOURNEY = "journeys/cart.yaml";

    @Test
    void keys_come_in_the_order_of_the_language_with_their_comments() {
        String laidOut = laidOut("""
                # Carts that are left behind.

                steps:
                - sms: {group: offers,   text: "Hi, you"}   # not too long
                  id: text
                # The situation.
                trigger:
                    per: cart_id
                    sequence:
                    -   where: event.properties.price > 5
                        # the last one counts
                        event: Product Added
                    - for: 1h
                      none_of: [ Product Added,Order Completed ]


                journey: cart
                # the end
                """);

        assertThat(laidOut).isEqualTo("""
                # Carts that are left behind.

                journey: cart
                # The situation.
                trigger:
                  sequence:
                    # the last one counts
                    - event: Product Added
                      where: event.properties.price > 5
                    - none_of: [Product Added, Order Completed]
                      for: 1h
                  per: cart_id
                steps:
                  - id: text
                    sms: { text: "Hi, you", group: offers }   # not too long
                # the end
                """);
    }

    @Test
    void texts_of_several_lines_keep_their_lines() {
        String laidOut = laidOut("""
                journey: cart
                audience: >-
                      profile.traits.a > 5 &&
                        profile.traits.b

                title: A title
                       of two lines
                steps:
                  - slack:
                       text: |   # as it is
                           one
                             two

                           three
                       channel: desk
                """);

        assertThat(laidOut).isEqualTo("""
                journey: cart

                title: A title
                  of two lines
                audience: >-
                  profile.traits.a > 5 &&
                    profile.traits.b
                steps:
                  - slack:
                      channel: desk
                      text: |   # as it is
                        one
                          two

                        three
                """);
    }

    @Test
    void names_that_the_author_gives_keep_their_order() {
        String laidOut = laidOut("""
                steps:
                  - webhook: { url: "https://x.example", body: { b: 1, a: 2 } }
                  - set: { zebra: profile.id, ant: profile.id }
                journey: cart
                """);

        assertThat(laidOut).contains("body: { b: 1, a: 2 }").contains("set: { zebra: profile.id, ant: profile.id }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journey: [\n",
                "journey: &a cart\ntitle: *a\n",
                "--- \njourney: cart\n",
                "journey: cart\njourney: cart\n",
                "title: !x y\n",
                "steps:\n  - - a\n",
                "title: |2\n    two\n",
                "trigger: { event: X, # why\n  as: x }\n",
                ""
            })
    void what_cannot_be_laid_out_is_left(String text) {
        assertThat(Layout.of(JOURNEY, text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_are_laid_out(Path file) throws IOException {
        String text = Files.readString(file);

        Optional<String> laidOut = Layout.of(pathInProject(file), text);
        if (Boolean.getBoolean("golden.write") && laidOut.isPresent()) {
            Files.writeString(file, laidOut.get());
        }
        assertThat(laidOut).contains(text);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static String pathInProject(Path file) {
        Path folder = file.getParent();
        return Files.exists(folder.resolve("sendero.yaml"))
                ? file.getFileName().toString()
                : folder.getFileName() + "/" + file.getFileName();
    }

    /** Laid out twice is laid out once. */
    private static String laidOut(String text) {
        Optional<String> once = Layout.of(JOURNEY, text);
        assertThat(once).isPresent();
        assertThat(Layout.of(JOURNEY, once.orElseThrow())).isEqualTo(once);
        return once.orElseThrow();
    }
}
