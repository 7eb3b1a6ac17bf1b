package dev.sendero.rules.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds query parameters to links, such as {@code utm_source}. A link keeps those that it has, and its fragment. */
final class LinkParameters {

    private static final Pattern WEB = Pattern.compile("\\s*https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private LinkParameters() {}

    /** Of all links of a page to the web. @param kept addresses that stay as they are */
    static String inHtml(String html, Map<String, String> parameters, Set<?> kept) {
        if (parameters.isEmpty()) {
            return html;
        }
        return HtmlLinks.HREF
                .matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(
                        kept.contains(HtmlLinks.addressOf(link)) ? link.group() : withParameters(link, parameters)));
    }

    private static String withParameters(MatchResult link, Map<String, String> parameters) {
        String quote = link.group(2) == null ? "'" : "\"";
        return link.group(1) + quote + in(HtmlLinks.addressOf(link), parameters, "&amp;") + quote;
    }

    /** Of one link; as it is when it does not lead to the web. @param separator what stands between parameters */
    static String in(String url, Map<String, String> parameters, String separator) {
        if (!WEB.matcher(url).matches()) {
            return url;
        }
        int fragment = url.indexOf('#');
        String address = fragment < 0 ? url : url.substring(0, fragment);
        var tagged = new StringBuilder(address.stripTrailing());
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!has(address, name)) {
                tagged.append(nextSeparator(tagged, separator))
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value));
            }
        });
        return fragment < 0 ? tagged.toString() : tagged + url.substring(fragment);
    }

    private static boolean has(String address, String name) {
        return Pattern.compile("[?&;]" + Pattern.quote(name) + "=")
                .matcher(address)
                .find();
    }

    private static String nextSeparator(StringBuilder address, String separator) {
        if (address.indexOf("?") < 0) {
            return "?";
        }
        char last = address.charAt(address.length() - 1);
        return last == '?' || last == '&' ? "" : separator;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
