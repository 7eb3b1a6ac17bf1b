package dev.sendero.rules.template;

import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is wrong with the tags of an MJML source; the library passes over what it does not know. */
final class MjmlTags {

    private static final Set<String> KNOWN = Set.of(
            "mj-head",
            "mj-title",
            "mj-preview",
            "mj-attributes",
            "mj-all",
            "mj-class",
            "mj-breakpoint",
            "mj-font",
            "mj-style",
            "mj-html-attributes",
            "mj-selector",
            "mj-html-attribute",
            "mj-body",
            "mj-wrapper",
            "mj-section",
            "mj-group",
            "mj-column",
            "mj-text",
            "mj-spacer",
            "mj-divider",
            "mj-raw",
            "mj-image",
            "mj-button",
            "mj-hero",
            "mj-social",
            "mj-social-element",
            "mj-table",
            "mj-navbar",
            "mj-navbar-link",
            "mj-accordion",
            "mj-accordion-title",
            "mj-accordion-text",
            "mj-accordion-element");

    private static final Pattern TAG = Pattern.compile("<(/?)(mj-?[a-z0-9-]*)([^>]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<mjml[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private MjmlTags() {}

    static List<Issue> check(String source) {
        var issues = new ArrayList<>(checkPart(source));
        if (!ROOT.matcher(visible(source)).find()) {
            issues.add(0, new Issue(0, 1, "an MJML template is all in <mjml>, which is missing", ""));
        }
        return issues;
    }

    /** For a partial, which may be any part of a mail. */
    static List<Issue> checkPart(String source) {
        var issues = new ArrayList<Issue>();
        Matcher tags = TAG.matcher(visible(source));
        while (tags.find()) {
            String name = tags.group(2).toLowerCase(Locale.ROOT);
            if (tags.group(1).isEmpty() && !name.equals("mjml")) {
                check(source, tags.start(2), name, tags.group(3), issues);
            }
        }
        return issues;
    }

    private static String visible(String source) {
        return COMMENT.matcher(source)
                .replaceAll(comment -> " ".repeat(comment.group().length()));
    }

    private static void check(String source, int start, String name, String attributes, List<Issue> issues) {
        int offset = source.codePointCount(0, start);
        if (name.equals("mj-include")) {
            issues.add(new Issue(
                    offset, name.length(), "<mj-include> is not available", "write {% render 'name' %} for a partial"));
        } else if (name.equals("mj-carousel") || (name.equals("mj-navbar") && attributes.contains("hamburger"))) {
            // The library gives these random ids, and a message must be the same each time it is rendered.
            issues.add(new Issue(
                    offset,
                    name.length(),
                    name.equals("mj-navbar") ? "<mj-navbar> has no hamburger here" : "<mj-carousel> is not available",
                    ""));
        } else if (!KNOWN.contains(name)) {
            issues.add(new Issue(
                    offset, name.length(), "there is no <" + name + "> in MJML", DidYouMean.hint(name, KNOWN)));
        }
    }
}
