package dev.sendero.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A whole page with its style and its pictures, light or dark as the reader likes, which asks nothing of any network. */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * @param title as text
     * @param subtitle as text
     * @param body as HTML
     */
    public static String of(String title, String subtitle, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                <body>
                <main>
                <header><h1>%s</h1><p class="quiet">%s</p></header>
                %s</main>
                </body>
                </html>
                """.formatted(
                        Html.text(title),
                        resource("/console/theme.css"),
                        resource("/report/report.css"),
                        Html.text(title),
                        Html.text(subtitle),
                        body);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + ": absent (expected: packed with the program)");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("resource " + name + ": unreadable", unreadable);
        }
    }
}
