package dev.sendero.connectors.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** Changes links in a mail, and not a character besides: mail programs are particular about HTML. */
final class MailLinks {

    /** What ends a sentence after an address is no part of it. */
    private static final Pattern IN_TEXT = Pattern.compile("(?i)https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]}]");

    private static final String HREF = "href";

    private MailLinks() {}

    static String inHtml(String html, FollowedAddresses addresses) {
        var changes = new ArrayList<Change>();
        for (Element link : parsed(html).select("a[href], area[href]")) {
            Range place = link.attributes().sourceRange(HREF).valueRange();
            Optional<String> instead = addresses.insteadOf(link.attr(HREF));
            if (instead.isPresent() && place.isTracked()) {
                changes.add(new Change(place.startPos(), place.endPos(), instead.get()));
            }
        }
        return changed(html, changes);
    }

    static String inText(String text, FollowedAddresses addresses) {
        Matcher found = IN_TEXT.matcher(text);
        return found.replaceAll((MatchResult address) ->
                Matcher.quoteReplacement(addresses.insteadOf(address.group()).orElse(address.group())));
    }

    /** @param picture its address; a text without HTML gets none */
    static String withPicture(String html, URI picture) {
        if (html.isEmpty()) {
            return html;
        }
        Range end = parsed(html).body().endSourceRange();
        int place = end.isTracked() && !end.isImplicit() ? end.startPos() : html.length();
        String image = "<img src=\"" + picture + "\" width=\"1\" height=\"1\" alt=\"\" style=\"border:0\">";
        return changed(html, List.of(new Change(place, place, image)));
    }

    private static Document parsed(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    }

    private static String changed(String html, List<Change> changes) {
        var text = new StringBuilder(html);
        var fromTheEnd = new ArrayList<>(changes);
        // Where one change is, the places before it stay true.
        fromTheEnd.sort(Collections.reverseOrder((one, other) -> Integer.compare(one.begin, other.begin)));
        fromTheEnd.forEach(change -> text.replace(change.begin, change.end, change.instead));
        return text.toString();
    }

    private record Change(int begin, int end, String instead) {}
}
