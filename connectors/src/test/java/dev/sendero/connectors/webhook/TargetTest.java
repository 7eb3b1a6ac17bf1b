package dev.sendero.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/in?a=b#part, true, hooks.example.com, 443, /in?a=b",
        "HTTPS://Hooks.Example.com, true, hooks.example.com, 443, /",
        "http://hooks.example.com:8080/in, false, hooks.example.com, 8080, /in",
        "http://[::1]:9/in, false, ::1, 9, /in",
        "https://hooks.example.com/caf\u00e9, true, hooks.example.com, 443, /caf%C3%A9"
    })
    void a_url_names_whom_to_call(String url, boolean secure, String host, int port, String path) {
        assertThat(Target.parse(url)).contains(new Target(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://hooks.example.com",
                "file:///etc/passwd",
                "https:///in",
                "https://user:secret@hooks.example.com/",
                "https://public.example.com@127.0.0.1/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:70000/",
                "http://[fe80::1%25eth0]/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/a\r\nHost: other",
                "https://under_score.example.com/"
            })
    void what_else_is_written_names_nobody(String url) {
        assertThat(Target.parse(url)).isEmpty();
    }

    @Test
    void the_host_header_names_the_port_only_where_it_is_another() {
        assertThat(Target.parse("https://a.example.com:443/").orElseThrow().authority())
                .isEqualTo("a.example.com");
        assertThat(Target.parse("http://[::1]:443/").orElseThrow().authority()).isEqualTo("[::1]:443");
    }
}
