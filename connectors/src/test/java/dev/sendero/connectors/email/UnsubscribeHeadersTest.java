package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Rendered;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnsubscribeHeadersTest {

    private static final Rendered.Email MAIL =
            new Rendered.Email("ada@example.com", "", "Your cart", "", "text", "<p>html</p>");

    private final Post post = new Post();

    @AfterEach
    void stopServer() {
        post.close();
    }

    @Test
    void a_mail_program_may_unsubscribe_with_one_call_where_that_is_safe() throws Exception {
        send(Optional.of(URI.create("https://shop.example.com/l/abc.def")));

        assertThat(post.received().getHeader("List-Unsubscribe"))
                .containsExactly("<https://shop.example.com/l/abc.def>");
        assertThat(post.received().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void without_tls_it_is_told_where_people_can_unsubscribe_and_no_more() throws Exception {
        send(Optional.of(URI.create("http://localhost:7070/l/abc.def")));

        assertThat(post.received().getHeader("List-Unsubscribe")).containsExactly("<http://localhost:7070/l/abc.def>");
        assertThat(post.received().getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void where_nothing_was_agreed_to_there_is_nothing_to_end() throws Exception {
        send(Optional.empty());

        assertThat(post.received().getHeader("List-Unsubscribe")).isNull();
        assertThat(post.received().getHeader("List-Unsubscribe-Post")).isNull();
    }

    private void send(Optional<URI> unsubscribe) {
        Post.send(post.settings(), Post.delivery(MAIL, unsubscribe));
    }
}
