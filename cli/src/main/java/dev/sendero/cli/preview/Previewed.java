package dev.sendero.cli.preview;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.reading.TemplateFiles;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.LiquidChecker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is looked at: a template, or what a step says that has none.
 *
 * @param name as the command names it: {@code cart-reminder}, or {@code abandoned-cart/nudge} for a step of a journey
 * @param variants at least one; the one without a locale first, if there is one
 */
record Previewed(String name, List<Variant> variants) {

    /** Empty when the project has nothing of that name. */
    static Optional<Previewed> find(Project project, String name) {
        var templates = new TemplateFiles(project.files().texts(), new LiquidChecker());
        var variants = new ArrayList<Variant>();
        templates.contents(name).forEach((locale, content) -> variants.add(new Variant(locale, content)));
        if (variants.isEmpty()) {
            ofStep(project, name).ifPresent(content -> variants.add(new Variant("", content)));
        }
        return variants.isEmpty() ? Optional.empty() : Optional.of(new Previewed(name, List.copyOf(variants)));
    }

    private static Optional<Content> ofStep(Project project, String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            return Optional.empty();
        }
        Optional<Journey> journey =
                Optional.ofNullable(project.journeys().get(new JourneyId(name.substring(0, slash))));
        return journey.flatMap(found -> contentOf(found, new StepId(name.substring(slash + 1))));
    }

    private static Optional<Content> contentOf(Journey journey, StepId id) {
        return journey.allSteps().stream()
                .filter(step -> step.id().equals(id) && step instanceof Step.Send)
                .map(step -> ((Step.Send) step).content())
                .findFirst();
    }

    /** All that the project has to look at. */
    static Collection<String> names(Project project) {
        var names = new TreeSet<>(new TemplateFiles(project.files().texts(), new LiquidChecker()).names());
        project.journeys().forEach((id, journey) -> journey.allSteps().forEach(step -> {
            if (step instanceof Step.Send send && !(send.content() instanceof Content.Email)) {
                names.add(id + "/" + send.id());
            }
        }));
        return names;
    }

    /** Whether a message says this, in whatever locale. */
    boolean isSaidBy(Message message, Project project) {
        Content content = project.contents().get(message.content());
        return content != null && variants.stream().anyMatch(variant -> variant.isSaidBy(content));
    }

    /** The query parameters that links get where the first step sends it that does, by name; none where none does. */
    Map<String, String> links(Project project) {
        return project.journeys().values().stream()
                .flatMap(journey -> journey.allSends().stream())
                .map(Step.Send::content)
                .filter(content -> variants.stream().anyMatch(variant -> variant.isSaidBy(content)))
                .findFirst()
                .map(Previewed::linksOf)
                .orElse(Map.of());
    }

    /** The query parameters that a message's links get, by name. */
    static Map<String, String> linksOf(Message message, Project project) {
        Content content = project.contents().get(message.content());
        return content == null ? Map.of() : linksOf(content);
    }

    private static Map<String, String> linksOf(Content content) {
        return content instanceof Content.Email email ? email.links() : Map.of();
    }
}
