package dev.sendero.rules.template;

import dev.sendero.rules.template.filter.LiquidFilters;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import liqp.Insertions;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filters;
import liquid.parser.v4.LiquidParser.ParseContext;

/** Liquid as we use it. */
final class Liquid {

    /** Characters that one template may make. */
    static final int MAX_OUTPUT = 1_000_000;

    /** Rounds of all loops in one rendering. */
    static final int MAX_ITERATIONS = 10_000;

    /** Tags that templates may use; the blocks' ends and arms are not listed. */
    static final Set<String> TAGS = Set.of(
            "assign",
            "break",
            "capture",
            "case",
            "comment",
            "continue",
            "cycle",
            "decrement",
            "for",
            "if",
            "include",
            "increment",
            "raw",
            "render",
            "unless");

    /** What templates may name without having assigned it. */
    static final Set<String> ROOTS = Set.of("profile", "run", "now", CustomerLinks.ROOT);

    private static final PartialTag INCLUDE = new PartialTag("include");
    private static final PartialTag RENDER = new PartialTag("render");

    static final Insertions INSERTIONS = Insertions.STANDARD_INSERTIONS.mergeWith(Insertions.of(INCLUDE, RENDER));

    static final TemplateParser PARSER = new TemplateParser.Builder()
            .withFlavor(liqp.parser.Flavor.LIQUID)
            .withStrictTypedExpressions(false)
            .withFilter(LiquidFilters.HTML.get("raw"))
            .withTag(INCLUDE)
            .withTag(RENDER)
            .withLocale(Locale.ENGLISH)
            .withDefaultTimeZone(ZoneOffset.UTC)
            .withMaxIterations(MAX_ITERATIONS)
            .withMaxSizeRenderedString(MAX_OUTPUT)
            .withNameResolver(name -> {
                throw new IOException("template: " + name + " (expected: a partial of the message's content)");
            })
            .build();

    private Liquid() {}

    static Filters filters(TemplateKind kind) {
        return switch (kind) {
            case HTML, MJML -> LiquidFilters.HTML;
            case SLACK -> LiquidFilters.SLACK;
            case TEXT, JSON -> LiquidFilters.TEXT;
        };
    }

    /** @throws LiquidException with line and column of a syntax error */
    static ParseContext parse(String source) {
        return (ParseContext) PARSER.parse(source).getParseTree();
    }
}
