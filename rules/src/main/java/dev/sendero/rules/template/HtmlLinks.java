package dev.sendero.rules.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the links of a page lead. */
public final class HtmlLinks {

    /** The address of a link, in one kind of quotes or the other. */
    static final Pattern HREF = Pattern.compile(
            "(<(?:a|area)\\s(?:[^>]*?\\s)?href\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

    private HtmlLinks() {}

    /** The addresses as a browser asks for them, in the order of the page, each once. */
    public static List<String> of(String html) {
        var found = new LinkedHashSet<String>();
        Matcher link = HREF.matcher(html);
        while (link.find()) {
            found.add(addressOf(link).strip().replace("&amp;", "&"));
        }
        return List.copyOf(found);
    }

    /** As it is written. */
    static String addressOf(MatchResult link) {
        return link.group(2) == null ? link.group(3) : link.group(2);
    }
}
