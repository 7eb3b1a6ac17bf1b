package dev.sendero.gateway.link;

import io.javalin.http.Context;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page for customers: short, without scripts, readable on a phone, light or dark as the device is. */
final class CustomerPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
            body { max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
            h1 { font-size: 1.5rem; line-height: 1.25; }
            fieldset { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .6rem;
                margin: 0 0 1rem; padding: .75rem 1rem; }
            legend { font-weight: 600; padding: 0 .4rem; }
            label { display: block; padding: .3rem 0; }
            input { width: 1.1rem; height: 1.1rem; margin-right: .6rem; vertical-align: -.15rem; }
            button { font: inherit; font-weight: 600; padding: .7rem 1.4rem; border: 0; border-radius: .6rem;
                background: #2250d8; color: #fff; cursor: pointer; }
            button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid #7aa2ff; outline-offset: 2px; }
            a { color: inherit; }
            """;

    private final Document document = Document.createShell("");

    CustomerPage(String title) {
        document.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        Element root = document.body().parent();
        if (root != null) {
            root.attr("lang", "en");
        }
        document.title(title);
        document.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        document.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
        document.head().appendElement("style").appendText(STYLE);
        document.body().appendElement("h1").text(title);
    }

    CustomerPage paragraph(String text) {
        document.body().appendElement("p").text(text);
        return this;
    }

    CustomerPage link(String text, String address) {
        document.body()
                .appendElement("p")
                .appendElement("a")
                .attr("href", address)
                .text(text);
        return this;
    }

    /** Posts to the page's own address. */
    Element form() {
        return document.body().appendElement("form").attr("method", "post");
    }

    void show(Context context, int status) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                                + "frame-ancestors 'none'")
                .html(document.outerHtml());
    }
}
