package dev.sendero.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpServerTest {

    private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Responses.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Javalin http = Javalin.create(config -> {
        HttpServer.setUp(config);
        config.routes.get("/u/{token}", context -> {
            throw new IllegalStateException("no page for ada@example.com");
        });
    });

    @BeforeEach
    void listen() throws PortInUse {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        HttpServer.start(http, HttpServer.LOOPBACK, 0);
    }

    @AfterEach
    void close() {
        http.stop();
        logger.detachAppender(lines);
        logger.setAdditive(true);
    }

    @Test
    void a_fault_is_logged_with_its_route_and_its_place_and_without_the_customers_link_or_words() throws Exception {
        var address = URI.create("http://127.0.0.1:" + http.port() + "/u/signed-for-ada");

        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        String told = lines.list.stream()
                .map(line -> line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy()))
                .collect(Collectors.joining());
        assertThat(told)
                .contains("GET /u/{token} failed", "java.lang.IllegalStateException", "HttpServerTest.java:")
                .doesNotContain("signed-for-ada", "ada@example.com");
    }
}
