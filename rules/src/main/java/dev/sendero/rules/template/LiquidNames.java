package dev.sendero.rules.template;

import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.problem.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liqp.filters.Filters;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.Token;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.Capture_tag_StrContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.Include_tagContext;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.Other_tagContext;
import liquid.parser.v4.LiquidParser.Simple_tagContext;
import liquid.parser.v4.LiquidParser.Table_tagContext;
import liquid.parser.v4.LiquidParserBaseVisitor;

/** Checks the names in a template: filters, tags, variables, partials. */
final class LiquidNames {

    private static final Set<String> PROFILE = Set.of("id", "traits", "segments");
    private static final Set<String> EVENT = Set.of("name", "timestamp", "properties", "all");
    private static final Set<String> LOOP = Set.of("forloop");

    private final Filters filters;
    private final Set<String> partials;
    private final Set<String> items;
    private final boolean isPartial;
    private final Set<String> variables = new TreeSet<>(Liquid.ROOTS);
    private final List<Issue> issues = new ArrayList<>();

    /**
     * @param captured names of the trigger's items
     * @param isPartial whether it may name variables that the including template assigns
     */
    LiquidNames(TemplateKind kind, Set<String> partials, Set<String> captured, boolean isPartial) {
        this.filters = Liquid.filters(kind);
        this.partials = partials;
        this.isPartial = isPartial;
        this.items = new TreeSet<>(captured);
        this.items.add("trigger");
        this.variables.addAll(LOOP);
    }

    List<Issue> check(ParseTree template) {
        new Assigned().visit(template);
        new Used().visit(template);
        return issues;
    }

    /** Collects what the template itself gives a name, wherever it does. */
    private final class Assigned extends LiquidParserBaseVisitor<Object> {

        @Override
        public Object visitAssignment(AssignmentContext assignment) {
            variables.add(assignment.id().getText());
            return visitChildren(assignment);
        }

        @Override
        public Object visitCapture_tag_Id(Capture_tag_IdContext capture) {
            variables.add(capture.id().getText());
            return visitChildren(capture);
        }

        @Override
        public Object visitCapture_tag_Str(Capture_tag_StrContext capture) {
            variables.add(unquoted(capture.Str().getText()));
            return visitChildren(capture);
        }

        @Override
        public Object visitFor_array(For_arrayContext loop) {
            variables.add(loop.id().getText());
            return visitChildren(loop);
        }

        @Override
        public Object visitFor_range(For_rangeContext loop) {
            variables.add(loop.id().getText());
            return visitChildren(loop);
        }

        @Override
        public Object visitSimple_tag(Simple_tagContext tag) {
            boolean counts =
                    Set.of("increment", "decrement").contains(tag.SimpleTagId().getText());
            if (counts && tag.other_tag_parameters() != null) {
                variables.add(tag.other_tag_parameters().getText());
            }
            return visitChildren(tag);
        }
    }

    private final class Used extends LiquidParserBaseVisitor<Object> {

        @Override
        public Object visitFilter(FilterContext filter) {
            Token name = filter.Id().getSymbol();
            if (filters.get(name.getText()) == null) {
                unknown(
                        name,
                        "there is no filter '" + name.getText() + "'",
                        filters.getMap().keySet());
            }
            return visitChildren(filter);
        }

        @Override
        public Object visitTable_tag(Table_tagContext table) {
            unknownTag(table.TableStart().getSymbol());
            return visitChildren(table);
        }

        @Override
        public Object visitOther_tag(Other_tagContext block) {
            unknownTag(block.BlockId().getSymbol());
            return visitChildren(block);
        }

        @Override
        public Object visitInclude_tag(Include_tagContext include) {
            ParserRuleContext expression = include.expr(0);
            String written = expression.getText();
            partial(expression, written);
            return visitChildren(include);
        }

        @Override
        public Object visitSimple_tag(Simple_tagContext tag) {
            Token name = tag.SimpleTagId().getSymbol();
            if (name.getText().equals("render")) {
                if (tag.other_tag_parameters() == null) {
                    report(name, "'render' names no partial", "write {% render 'name' %}");
                } else {
                    partial(
                            tag.other_tag_parameters(),
                            tag.other_tag_parameters().getText());
                }
            }
            return visitChildren(tag);
        }

        private void partial(ParserRuleContext place, String written) {
            if (!written.matches("'[^']*'|\"[^\"]*\"")) {
                report(place, "a partial is named in quotes, and takes no parameters", "write {% render 'name' %}");
                return;
            }
            String name = unquoted(written);
            if (!partials.contains(name)) {
                report(place, "there is no partial '" + name + "'", DidYouMean.hint(name, partials));
            }
        }

        @Override
        public Object visitLookup_id_indexes(Lookup_id_indexesContext lookup) {
            String root = lookup.id().getText();
            if (!variables.contains(root)) {
                unknownRoot(lookup.id().getStart());
            } else if (root.equals("profile")) {
                field(lookup, 0, "profile", "traits", PROFILE);
            } else if (root.equals("run")) {
                field(lookup, 0, "run", "trigger.properties", items);
                field(lookup, 1, "run." + written(lookup, 0), "properties", EVENT);
            } else if (root.equals(CustomerLinks.ROOT)) {
                link(lookup);
            }
            return visitChildren(lookup);
        }

        private void unknownRoot(Token token) {
            String root = token.getText();
            if (isPartial && DidYouMean.nearest(root, Liquid.ROOTS).isEmpty()) {
                return;
            }
            String message = "nothing here is called '" + root + "'";
            if (items.contains(root)) {
                report(token, message, "write run." + root);
            } else {
                report(token, message, DidYouMean.hint(root, variables()));
            }
        }

        /** @param open the field of the holder that may have any field */
        private void field(Lookup_id_indexesContext lookup, int index, String holder, String open, Set<String> known) {
            String name = written(lookup, index);
            if (name.isEmpty() || known.contains(name) || name.equals("size")) {
                return;
            }
            Token token = lookup.index(index).id2().getStart();
            String hint = DidYouMean.nearest(name, known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("write " + holder + "." + open + "." + name);
            report(token, "'" + holder + "' has no '" + name + "'", hint);
        }

        private void link(Lookup_id_indexesContext lookup) {
            String name = written(lookup, 0);
            if (!name.isEmpty() && !CustomerLinks.NAMES.contains(name)) {
                unknown(
                        lookup.index(0).id2().getStart(),
                        "'" + CustomerLinks.ROOT + "' has no '" + name + "'",
                        CustomerLinks.NAMES);
            }
        }

        /** The field that is named with a dot; empty for anything else. */
        private String written(Lookup_id_indexesContext lookup, int index) {
            List<IndexContext> indexes = lookup.index();
            return index < indexes.size() && indexes.get(index).Dot() != null
                    ? indexes.get(index).id2().getText()
                    : "";
        }

        private Collection<String> variables() {
            var shown = new TreeSet<>(variables);
            shown.removeAll(LOOP);
            return shown;
        }
    }

    private void unknownTag(Token name) {
        unknown(name, "there is no tag '" + name.getText() + "'", Liquid.TAGS);
    }

    private void unknown(Token token, String message, Collection<String> known) {
        report(token, message, DidYouMean.hint(token.getText(), known));
    }

    private void report(Token token, String message, String hint) {
        int length = token.getText().codePointCount(0, token.getText().length());
        issues.add(new Issue(token.getStartIndex(), length, message, hint));
    }

    private void report(ParserRuleContext place, String message, String hint) {
        int start = place.getStart().getStartIndex();
        issues.add(new Issue(start, place.getStop().getStopIndex() - start + 1, message, hint));
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }
}
