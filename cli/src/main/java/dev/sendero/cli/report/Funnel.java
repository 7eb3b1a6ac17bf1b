package dev.sendero.cli.report;

import dev.sendero.gateway.query.JourneyGraph.Node;
import dev.sendero.gateway.query.JourneyNumbers;
import dev.sendero.gateway.query.JourneyNumbers.StepNumbers;
import dev.sendero.gateway.query.JourneyPicture;
import java.util.ArrayList;
import java.util.List;

/** Draws how many are left at each stage: from the situation, by the entry and every message, to the conversion. */
final class Funnel {

    private static final String RECOGNISED = "Situation recognised";

    /** @param sends whether it is a message */
    private record Stage(String name, long count, boolean sends) {}

    private Funnel() {}

    /** @param heldOutConversions which are among the conversions, and no stage of those who entered */
    static String of(JourneyPicture picture, long heldOutConversions) {
        JourneyNumbers numbers = picture.numbers();
        long refused = numbers.notEntered().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        var stages = new ArrayList<Stage>();
        stages.add(new Stage(RECOGNISED, numbers.entered() + numbers.heldOut() + refused, false));
        stages.add(new Stage("Entered", numbers.entered(), false));
        for (Node node : picture.graph().nodes()) {
            StepNumbers step = numbers.steps().get(node.id());
            if (step != null && step.messages() + step.skipped() > 0) {
                stages.add(new Stage(node.title(), step.messages(), true));
            }
        }
        stages.add(new Stage("Completed all steps", numbers.completed(), false));
        stages.add(new Stage("Converted", numbers.converted() - heldOutConversions, false));
        return draw(stages);
    }

    private static String draw(List<Stage> stages) {
        long most = Math.max(1, stages.stream().mapToLong(Stage::count).max().orElse(1));
        long entered = Math.max(1, stages.get(1).count());
        var html = new StringBuilder("<ol class=\"funnel\">\n");
        for (Stage stage : stages) {
            html.append("""
                    <li><span class="stage">%s</span><span class="bar"><i class="%s" style="width:%s%%"></i></span>\
                    <b>%s</b><small>%s</small></li>
                    """.formatted(
                            Html.text(stage.name()),
                            stage.sends() ? "sends" : "",
                            Html.length(100.0 * stage.count() / most),
                            Html.number(stage.count()),
                            stage.name().equals(RECOGNISED) ? "" : Html.percent((double) stage.count() / entered)));
        }
        return html.append("</ol>\n").toString();
    }
}
