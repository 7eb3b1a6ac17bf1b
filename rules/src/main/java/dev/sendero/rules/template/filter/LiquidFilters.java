package dev.sendero.rules.template.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liqp.filters.Filter;
import liqp.filters.Filters;

/** The filters that templates may use. */
public final class LiquidFilters {

    /** Makes no sense outside of a web site. */
    private static final Set<String> LEFT_OUT = Set.of("absolute_url");

    /** For subjects, texts and JSON. */
    public static final Filters TEXT = bounded(List.of());

    /** For HTML and MJML, where every output is escaped unless a filter has made it safe. */
    public static final Filters HTML =
            bounded(List.of(escape("escape", Escaping.HTML), escape("h", Escaping.HTML), new NewlineToBrFilter()));

    /** For Slack, where every output is escaped unless a filter has made it safe. */
    public static final Filters SLACK = bounded(List.of(escape("escape", Escaping.SLACK), escape("h", Escaping.SLACK)));

    private LiquidFilters() {}

    private static Filter escape(String name, Escaping escaping) {
        return new EscapeFilter(name, escaping);
    }

    private static Filters bounded(List<Filter> ofKind) {
        var own = new ArrayList<Filter>(List.of(
                new RawFilter(),
                new DateFilter(),
                new RoundFilter(),
                CaseFilter.up(),
                CaseFilter.down(),
                new ReplaceFilter(),
                new JoinFilter()));
        own.addAll(ofKind);
        var all = Filters.of(Filters.DEFAULT_FILTERS.values()).mergeWith(own);
        return Filters.of(all.values().stream()
                .filter(filter -> !LEFT_OUT.contains(filter.getName()))
                .<Filter>map(BoundedFilter::new)
                .toList());
    }
}
