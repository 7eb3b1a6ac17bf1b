package dev.sendero.cli.report;

import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Kind;
import dev.sendero.gateway.query.JourneyGraph.Node;
import dev.sendero.gateway.query.JourneyNumbers.StepNumbers;
import dev.sendero.gateway.query.JourneyPicture;
import java.util.List;
import java.util.Locale;

/** Draws a journey as SVG: a box for each step with how many came there, an arrow for each way with how many took it. */
final class GraphDrawing {

    private static final int TITLE_CHARACTERS = 24;
    private static final int DETAIL_CHARACTERS = 33;
    private static final int LABEL_CHARACTERS = 22;
    private static final double CHARACTER_WIDTH = 6.4;

    private final JourneyPicture picture;
    private final GraphLayout layout;
    private final StringBuilder svg = new StringBuilder();

    private GraphDrawing(JourneyPicture picture) {
        this.picture = picture;
        this.layout = GraphLayout.of(picture.graph());
    }

    static String of(JourneyPicture picture) {
        return new GraphDrawing(picture).draw();
    }

    private String draw() {
        String size = Html.length(layout.width()) + "\" height=\"" + Html.length(layout.height());
        svg.append("<svg class=\"graph\" role=\"img\" width=\"").append(size).append("\">\n");
        picture.graph().edges().forEach(this::drawWay);
        picture.graph().nodes().forEach(this::drawBox);
        picture.graph().edges().forEach(this::drawLabel);
        return svg.append("</svg>\n").toString();
    }

    private void drawWay(Edge edge) {
        long count = picture.wentBy(edge);
        double share = (double) count / Math.max(1, picture.numbers().entered());
        List<GraphLayout.Point> way = layout.way(edge);
        var path = new StringBuilder("M" + place(way.get(0)));
        for (int i = 1; i < way.size(); i++) {
            GraphLayout.Point from = way.get(i - 1);
            GraphLayout.Point to = way.get(i);
            double middle = (from.y() + to.y()) / 2;
            path.append(" C")
                    .append(place(new GraphLayout.Point(from.x(), middle)))
                    .append(' ')
                    .append(place(new GraphLayout.Point(to.x(), middle)))
                    .append(' ')
                    .append(place(to));
        }
        svg.append("<path class=\"way%s\" d=\"%s\" stroke-width=\"%s\"/>\n"
                .formatted(count == 0 ? " unused" : "", path, Html.length(1.5 + 4 * Math.min(1, share))));
    }

    private static String place(GraphLayout.Point point) {
        return Html.length(point.x()) + "," + Html.length(point.y());
    }

    /** In the first third of the arrow, where arrows that begin together have parted and none has met another. */
    private void drawLabel(Edge edge) {
        List<GraphLayout.Point> way = layout.way(edge);
        GraphLayout.Point from = way.get(0);
        GraphLayout.Point to = way.get(1);
        String count = Html.number(picture.wentBy(edge));
        String label = edge.label().isEmpty() ? count : Html.shortened(edge.label(), LABEL_CHARACTERS) + " · " + count;
        double width = label.length() * CHARACTER_WIDTH + 14;
        double x = way.size() == 2 ? (from.x() + to.x()) / 2 : to.x();
        double y = from.y() + (way.size() == 2 ? (to.y() - from.y()) / 2 : (to.y() - from.y()) * 0.6);
        svg.append("""
                <rect class="label" x="%s" y="%s" width="%s" height="20" rx="10"/>\
                <text class="label-text" x="%s" y="%s">%s</text>
                """.formatted(
                        Html.length(x - width / 2),
                        Html.length(y - 10),
                        Html.length(width),
                        Html.length(x),
                        Html.length(y + 4),
                        Html.text(label)));
    }

    private void drawBox(Node node) {
        GraphLayout.Point middle = layout.middle(node.id());
        double left = middle.x() - GraphLayout.NODE_WIDTH / 2;
        double top = middle.y() - GraphLayout.NODE_HEIGHT / 2;
        String title = Html.text(Html.shortened(node.title(), TITLE_CHARACTERS));
        String detail = Html.text(Html.shortened(detail(node), DETAIL_CHARACTERS));
        svg.append("""
                <g class="node %s"><title>%s</title>\
                <rect x="%s" y="%s" width="%s" height="%s" rx="12"/>\
                <rect class="tone" x="%s" y="%s" width="5" height="%s" rx="2.5"/>\
                <text class="title" x="%s" y="%s">%s</text>\
                <text class="detail" x="%s" y="%s">%s</text>\
                <text class="count" x="%s" y="%s">%s</text></g>
                """.formatted(
                        node.kind().name().toLowerCase(Locale.ROOT),
                        Html.text(node.title() + (node.detail().isEmpty() ? "" : " – " + node.detail())),
                        Html.length(left),
                        Html.length(top),
                        Html.length(GraphLayout.NODE_WIDTH),
                        Html.length(GraphLayout.NODE_HEIGHT),
                        Html.length(left + 8),
                        Html.length(top + 12),
                        Html.length(GraphLayout.NODE_HEIGHT - 24),
                        Html.length(left + 22),
                        Html.length(top + (detail.isEmpty() ? 36 : 27)),
                        title,
                        Html.length(left + 22),
                        Html.length(top + 46),
                        detail,
                        Html.length(left + GraphLayout.NODE_WIDTH - 12),
                        Html.length(top + (detail.isEmpty() ? 36 : 27)),
                        count(node)));
    }

    private String detail(Node node) {
        StepNumbers step = picture.numbers().steps().get(node.id());
        if (step != null && step.skipped() > 0) {
            return Html.number(step.skipped()) + " skipped, " + Html.number(step.messages()) + " sent";
        }
        return step != null && step.waiting() > 0 ? Html.number(step.waiting()) + " still here" : node.detail();
    }

    private String count(Node node) {
        if (node.kind() == Kind.TRIGGER) {
            return Html.number(picture.numbers().entered());
        } else if (node.kind() == Kind.END) {
            return Html.number(picture.numbers().completed());
        }
        StepNumbers step = picture.numbers().steps().get(node.id());
        return step == null ? "" : Html.number(step.reached());
    }
}
