package dev.sendero.rules.template;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Makes the text alternative of an HTML mail. */
final class HtmlText {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr");
    private static final Set<String> LINES = Set.of("div", "tr", "li", "section", "article", "header", "footer");
    private static final Set<String> LEFT_OUT = Set.of("head", "style", "script", "title", "template", "noscript");

    private HtmlText() {}

    static String of(String html) {
        var writer = new Writer();
        Jsoup.parse(html).traverse(writer);
        return writer.text();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int hiddenDepth;
        private int pendingBreaks;
        private boolean pendingSpace;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (hiddenDepth == 0) {
                    write(words.getWholeText());
                }
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            if (hiddenDepth > 0 || isHidden(element)) {
                hiddenDepth++;
                return;
            }
            String tag = element.normalName();
            if (PARAGRAPHS.contains(tag)) {
                breakLines(2);
            } else if (LINES.contains(tag)) {
                breakLines(1);
            }
            switch (tag) {
                case "br" -> pendingBreaks = Math.min(2, pendingBreaks + 1);
                case "li" -> put(bullet(element));
                case "td", "th" -> pendingSpace = true;
                case "img" -> write(element.attr("alt"));
                default -> {
                    // Other elements are only what they contain.
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (hiddenDepth > 0) {
                hiddenDepth--;
                return;
            }
            String tag = element.normalName();
            if (tag.equals("a")) {
                target(element);
            }
            if (PARAGRAPHS.contains(tag)) {
                breakLines(2);
            } else if (LINES.contains(tag)) {
                breakLines(1);
            }
        }

        String text() {
            return text.toString().strip();
        }

        private void target(Element link) {
            String url = link.attr("href").strip();
            boolean worthShowing = !url.isEmpty()
                    && !url.startsWith("#")
                    && !url.equals(link.text().strip());
            if (worthShowing) {
                pendingSpace = true;
                put("(" + url.replaceFirst("^mailto:", "") + ")");
            }
        }

        private static String bullet(Element item) {
            Element list = item.parent();
            if (list == null || !list.normalName().equals("ol")) {
                return "- ";
            }
            return list.children().indexOf(item) + 1 + ". ";
        }

        private static boolean isHidden(Element element) {
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            return LEFT_OUT.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || style.contains("display:none")
                    || style.contains("visibility:hidden");
        }

        /** Words, with runs of white space as one space. */
        private void write(String words) {
            int index = 0;
            while (index < words.length()) {
                int codePoint = words.codePointAt(index);
                if (Character.isWhitespace(codePoint)) {
                    pendingSpace = true;
                } else {
                    put(Character.toString(codePoint));
                }
                index += Character.charCount(codePoint);
            }
        }

        private void put(String words) {
            if (words.isEmpty()) {
                return;
            }
            boolean lineBegins = text.isEmpty() || pendingBreaks > 0;
            if (!text.isEmpty()) {
                text.append("\n".repeat(pendingBreaks));
            }
            if (pendingSpace && !lineBegins && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            pendingBreaks = 0;
            pendingSpace = false;
            text.append(words);
        }

        private void breakLines(int lines) {
            pendingBreaks = Math.max(pendingBreaks, lines);
        }
    }
}
