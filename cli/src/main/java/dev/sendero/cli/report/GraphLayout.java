package dev.sendero.cli.report;

import dev.sendero.gateway.query.JourneyGraph;
import dev.sendero.gateway.query.JourneyGraph.Edge;
import dev.sendero.gateway.query.JourneyGraph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives boxes and arrows their places, top to bottom: each box stands one row below the lowest that leads to it, and as
 * near as there is room below the middle of those. An arrow over several rows has a place in each of them (the layers of
 * K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures", IEEE
 * Transactions on Systems, Man, and Cybernetics 11 (1981) 109–125).
 */
final class GraphLayout {

    static final double NODE_WIDTH = 236;
    static final double NODE_HEIGHT = 62;
    private static final double GAP = 30;
    private static final double ROW_HEIGHT = NODE_HEIGHT + 58;
    private static final double PASSAGE_WIDTH = 90;
    private static final double MARGIN = 12;

    private final JourneyGraph graph;
    private final Map<String, Spot> nodes = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** What each of the edges goes through. */
    private final List<List<Spot>> passages = new ArrayList<>();

    private final List<List<Spot>> rows = new ArrayList<>();

    /** A place in a row that a box takes, or an arrow that goes through it. */
    private static final class Spot {

        private final double width;
        private final int row;
        private final List<Wish> wishes = new ArrayList<>();
        private double x;

        Spot(double width, int row) {
            this.width = width;
            this.row = row;
        }

        double wish() {
            return wishes.stream()
                    .mapToDouble(wish -> wish.above().x + wish.aside())
                    .average()
                    .orElse(0);
        }
    }

    /** To stand below another spot, so far to its right. */
    private record Wish(Spot above, double aside) {}

    /** The middle of something. */
    record Point(double x, double y) {}

    private GraphLayout(JourneyGraph graph) {
        this.graph = graph;
    }

    static GraphLayout of(JourneyGraph graph) {
        var layout = new GraphLayout(graph);
        layout.makeSpots();
        layout.makeWishes();
        layout.rows.forEach(GraphLayout::place);
        layout.moveToMargin();
        return layout;
    }

    /** Nodes come after all that lead to them. */
    private void makeSpots() {
        Map<String, Integer> rowOf = new HashMap<>();
        for (Node node : graph.nodes()) {
            int row = graph.edges().stream()
                    .filter(edge -> edge.to().equals(node.id()))
                    .mapToInt(edge -> rowOf.getOrDefault(edge.from(), 0) + 1)
                    .max()
                    .orElse(0);
            rowOf.put(node.id(), row);
        }
        for (Node node : graph.nodes()) {
            nodes.put(node.id(), spot(NODE_WIDTH, rowOf.getOrDefault(node.id(), 0)));
            // What passes by on the way to later rows stands right of the boxes that are drawn before it.
            for (Edge edge : graph.edges()) {
                if (edge.from().equals(node.id())) {
                    var passing = new ArrayList<Spot>();
                    for (int row = rowOf.getOrDefault(edge.from(), 0) + 1;
                            row < rowOf.getOrDefault(edge.to(), 0);
                            row++) {
                        passing.add(new Spot(PASSAGE_WIDTH, row));
                    }
                    passing.forEach(spot -> rowAt(spot.row).add(spot));
                    passages.add(passing);
                    edges.add(edge);
                }
            }
        }
    }

    private Spot spot(double width, int row) {
        var spot = new Spot(width, row);
        rowAt(row).add(spot);
        return spot;
    }

    private List<Spot> rowAt(int row) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        return rows.get(row);
    }

    private void makeWishes() {
        for (Node node : graph.nodes()) {
            List<Edge> ways =
                    edges.stream().filter(edge -> edge.from().equals(node.id())).toList();
            for (int way = 0; way < ways.size(); way++) {
                double aside = (way - (ways.size() - 1) / 2.0) * (NODE_WIDTH + GAP);
                Spot above = spotOf(node.id());
                for (Spot below : passagesOf(ways.get(way))) {
                    below.wishes.add(new Wish(above, aside));
                    above = below;
                    aside = 0;
                }
                spotOf(ways.get(way).to()).wishes.add(new Wish(above, aside));
            }
        }
    }

    private Spot spotOf(String node) {
        Spot spot = nodes.get(node);
        if (spot == null) {
            throw new IllegalStateException("node '" + node + "': absent (expected: among the graph's nodes)");
        }
        return spot;
    }

    private List<Spot> passagesOf(Edge edge) {
        return passages.get(edges.indexOf(edge));
    }

    /** In the order of the wishes and without overlapping, shifted so that what one has to give way, others do too. */
    private static void place(List<Spot> row) {
        var spots = new ArrayList<>(row);
        spots.sort(Comparator.comparingDouble(Spot::wish));
        double right = Double.NEGATIVE_INFINITY;
        double moved = 0;
        for (Spot spot : spots) {
            spot.x = Math.max(spot.wish(), right + GAP + spot.width / 2);
            right = spot.x + spot.width / 2;
            moved += spot.x - spot.wish();
        }
        double back = moved / spots.size();
        spots.forEach(spot -> spot.x -= back);
    }

    private void moveToMargin() {
        double left = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(spot -> spot.x - spot.width / 2)
                .min()
                .orElse(0);
        rows.forEach(row -> row.forEach(spot -> spot.x += MARGIN - left));
    }

    double width() {
        return MARGIN
                + rows.stream()
                        .flatMap(List::stream)
                        .mapToDouble(spot -> spot.x + spot.width / 2)
                        .max()
                        .orElse(0);
    }

    double height() {
        return rows.size() * ROW_HEIGHT - (ROW_HEIGHT - NODE_HEIGHT) + 2 * MARGIN;
    }

    /** The middle of a node's box. */
    Point middle(String node) {
        return middle(spotOf(node));
    }

    private static Point middle(Spot spot) {
        return new Point(spot.x, MARGIN + NODE_HEIGHT / 2 + spot.row * ROW_HEIGHT);
    }

    /** Where an arrow begins, what it goes through, and where it ends. */
    List<Point> way(Edge edge) {
        var points = new ArrayList<Point>();
        Point from = middle(edge.from());
        Point to = middle(edge.to());
        points.add(new Point(from.x(), from.y() + NODE_HEIGHT / 2));
        passagesOf(edge).forEach(spot -> points.add(middle(spot)));
        points.add(new Point(to.x(), to.y() - NODE_HEIGHT / 2));
        return points;
    }
}
