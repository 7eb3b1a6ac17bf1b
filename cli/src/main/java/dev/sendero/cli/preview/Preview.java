package dev.sendero.cli.preview;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Rendered;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.preview.PreviewMessage;
import dev.sendero.gateway.preview.PreviewSource;
import dev.sendero.gateway.preview.PreviewView;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One template of a project, as its files say it now. */
final class Preview implements PreviewSource {

    private final Path folder;
    private final String name;
    private final Samples samples;
    private final Dispatch dispatch;
    private final Renderer renderer = new LiquidRenderer();
    private volatile Edition edition;

    /** What the files said at one time. @param project without errors, unless there never was one without */
    private record Edition(Project project, Previewed previewed, List<Sample> samples, List<String> problems) {}

    /** @throws CommandFailure when the project has nothing of that name */
    Preview(Path folder, String name, Samples samples, Dispatch dispatch) {
        this.folder = folder;
        this.name = name;
        this.samples = samples;
        this.dispatch = dispatch;
        Project project = ProjectLoading.load(folder);
        Previewed previewed = Previewed.find(project, name).orElseThrow(() -> unknown(project));
        edition = new Edition(project, previewed, samples.of(previewed, project), problemsOf(project));
    }

    private CommandFailure unknown(Project project) {
        List<String> names = List.copyOf(Previewed.names(project));
        String hint = DidYouMean.nearest(name, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(names.isEmpty() ? "" : "there are: " + String.join(", ", names));
        return CommandFailure.usage(folder + ": no template '" + name + "', and no message of a journey", hint);
    }

    private static List<String> problemsOf(Project project) {
        return project.hasErrors()
                ? project.problems().stream().map(ProblemPrinter::print).toList()
                : List.of();
    }

    /** Takes up what the files say now; what cannot be understood changes nothing but the problems that are shown. */
    synchronized void reload() {
        Project project = ProjectLoading.load(folder);
        Optional<Previewed> previewed = project.hasErrors() ? Optional.empty() : Previewed.find(project, name);
        edition = previewed
                .map(found -> new Edition(project, found, samples.of(found, project), List.of()))
                .orElseGet(() -> new Edition(
                        edition.project(),
                        edition.previewed(),
                        edition.samples(),
                        project.hasErrors() ? problemsOf(project) : List.of("the template '" + name + "' is gone")));
    }

    @Override
    public PreviewView view(int sample) {
        Edition shown = edition;
        int index = indexOf(sample, shown);
        return new PreviewView(
                shown.project().settings().name(),
                name,
                shown.samples().stream().map(Sample::name).toList(),
                index,
                dispatch.destination(shown.project(), channelOf(shown)),
                shown.problems(),
                shown.previewed().variants().stream()
                        .map(variant -> messageOf(variant, shown.samples().get(index)))
                        .toList());
    }

    private static Channel channelOf(Edition shown) {
        return shown.previewed().variants().get(0).content().channel();
    }

    private static int indexOf(int sample, Edition shown) {
        return sample >= 0 && sample < shown.samples().size() ? sample : 0;
    }

    private PreviewMessage messageOf(Variant variant, Sample sample) {
        try {
            return PreviewMessage.of(variant.locale(), rendered(variant, sample));
        } catch (RenderFailure failure) {
            return PreviewMessage.failed(
                    variant.locale(), variant.content().channel().wireName(), String.valueOf(failure.getMessage()));
        }
    }

    private Rendered rendered(Variant variant, Sample sample) throws RenderFailure {
        return renderer.render(variant.withLinks(sample.links()), sample.to(), sample.variables());
    }

    @Override
    public Sent send(int sample, String locale, String to) {
        Edition shown = edition;
        Sample values = shown.samples().get(indexOf(sample, shown));
        Variant variant = shown.previewed().variants().stream()
                .filter(candidate -> candidate.locale().equals(locale))
                .findFirst()
                .orElse(shown.previewed().variants().get(0));
        try {
            return dispatch.send(shown.project(), rendered(variant, values), values, to);
        } catch (RenderFailure failure) {
            return new Sent(false, "this sample cannot be rendered: " + failure.getMessage());
        }
    }
}
