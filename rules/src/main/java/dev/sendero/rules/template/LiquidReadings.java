package dev.sendero.rules.template;

import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Reading.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liqp.exceptions.LiquidException;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.Lookup_IdContext;
import liquid.parser.v4.LiquidParser.Lookup_StrContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Other_tagContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParserBaseVisitor;

/** What the templates of a content look at when they are rendered. */
public final class LiquidReadings {

    /** Of an object: how many fields it has, so all of them. */
    private static final String SIZE = "size";

    private LiquidReadings() {}

    /** {@link Reading#ANYTHING} when a template cannot be understood. Parses every template: some milliseconds. */
    public static Set<Reading> of(Content content) {
        String json = json(content);
        if (!json.isEmpty() && !JsonLeaves.of(json).issues().isEmpty()) {
            return Reading.ANYTHING;
        }
        try {
            var collecting = new Collecting();
            for (String source : sources(content)) {
                if (source.indexOf('{') >= 0) {
                    collecting.visit(Liquid.parse(source));
                }
            }
            return Set.copyOf(collecting.readings);
        } catch (LiquidException malformed) {
            return Reading.ANYTHING;
        }
    }

    /** All templates of a content. */
    static List<String> sources(Content content) {
        var sources = new ArrayList<String>();
        sources.add(content.to());
        if (content instanceof Content.Email email) {
            sources.addAll(List.of(email.from(), email.subject(), email.preheader(), email.body()));
            sources.addAll(email.partials().values());
            email.locales().values().forEach(other -> sources.addAll(sources(other)));
        } else if (content instanceof Content.Sms sms) {
            sources.add(sms.text());
            sources.addAll(sms.locales().values());
        } else if (content instanceof Content.Slack slack) {
            sources.add(slack.text());
        } else if (content instanceof Content.Push push) {
            sources.addAll(List.of(push.title(), push.text(), push.link()));
        } else if (content instanceof Content.Webhook webhook) {
            sources.addAll(webhook.headers().values());
        } else if (content instanceof Content.Crm crm) {
            sources.add(crm.note());
        }
        JsonLeaves.of(json(content)).leaves().forEach(leaf -> sources.add(leaf.value()));
        return sources;
    }

    /** What of a content is JSON; empty when nothing is. */
    private static String json(Content content) {
        if (content instanceof Content.Webhook webhook) {
            return webhook.body();
        }
        return content instanceof Content.Crm crm ? crm.set() : "";
    }

    /** Takes names for what they are outside the template, also where the template gives them another meaning. */
    private static final class Collecting extends LiquidParserBaseVisitor<Object> {

        private final Set<Reading> readings = new HashSet<>();

        @Override
        public Object visitLookup_id_indexes(Lookup_id_indexesContext lookup) {
            switch (lookup.id().getText()) {
                case "run" -> readings.add(Reading.of(Part.RUN, path(lookup.index())));
                case "profile" -> readings.add(Reading.of(Part.PROFILE, path(lookup.index())));
                default -> {}
            }
            return visitChildren(lookup);
        }

        private static List<String> path(List<IndexContext> indexes) {
            var path = new ArrayList<String>();
            for (IndexContext index : indexes) {
                String name = index.Dot() == null
                        ? quoted(index.expr().getText())
                        : index.id2().getText();
                if (name.isEmpty() || name.equals(SIZE)) {
                    break;
                }
                path.add(name);
            }
            return path;
        }

        /** The text in quotes; empty for anything that has to be computed. */
        private static String quoted(String expression) {
            return expression.matches("'[^']*'|\"[^\"]*\"") ? expression.substring(1, expression.length() - 1) : "";
        }

        @Override
        public Object visitLookup_Id(Lookup_IdContext lookup) {
            readings.addAll(Reading.ANYTHING);
            return visitChildren(lookup);
        }

        @Override
        public Object visitLookup_Str(Lookup_StrContext lookup) {
            readings.addAll(Reading.ANYTHING);
            return visitChildren(lookup);
        }

        @Override
        public Object visitSimple_tag(Simple_tagContext tag) {
            if (tag.other_tag_parameters() != null) {
                uninterpreted(tag.other_tag_parameters().getText());
            }
            return visitChildren(tag);
        }

        @Override
        public Object visitOther_tag(Other_tagContext block) {
            if (block.other_tag_parameters() != null) {
                uninterpreted(block.other_tag_parameters().getText());
            }
            return visitChildren(block);
        }

        /** Parameters that the parser hands to the tag as they are written. */
        private void uninterpreted(String parameters) {
            if (quoted(parameters).isEmpty() && (parameters.contains("run") || parameters.contains("profile"))) {
                readings.addAll(Reading.ANYTHING);
            }
        }
    }
}
