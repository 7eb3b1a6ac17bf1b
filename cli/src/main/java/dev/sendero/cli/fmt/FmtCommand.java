package dev.sendero.cli.fmt;

import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.layout.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lays out the files of a project. */
@Command(
        name = "fmt",
        description = {
            "Lay out the YAML files of a project: keys in one order, two spaces a level; comments stay.",
            "What the files say stays the same; a journey keeps its version."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero fmt my-journeys",
            "  sendero fmt my-journeys --check    change nothing, fail if something would change"
        })
public final class FmtCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Option(names = "--check", description = "Change nothing; fail if a file is not laid out.")
    private boolean check;

    public FmtCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int changed = 0;
        int left = 0;
        for (Map.Entry<String, String> file : project.load().files().texts().entrySet()) {
            if (Language.kindOf(file.getKey()).isEmpty() || file.getValue().isBlank()) {
                continue;
            }
            Optional<String> laidOut = Layout.of(file.getKey(), file.getValue());
            if (laidOut.isEmpty()) {
                left++;
                terminal.note(file.getKey() + ": left as it is; 'sendero validate' may say why");
            } else if (!laidOut.get().equals(file.getValue())) {
                changed++;
                terminal.out().println("  " + file.getKey());
                write(file.getKey(), laidOut.get());
            }
        }
        terminal.note(summary(changed, left));
        return check && changed + left > 0 ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private String summary(int changed, int left) {
        String done = changed == 0
                ? "all " + (left == 0 ? "" : "other ") + "files are laid out"
                : ProblemDisplay.counted(changed, "file") + (check ? " to be laid out" : " laid out");
        return left == 0 ? done : done + "; " + ProblemDisplay.counted(left, "file") + " left as before";
    }

    private void write(String path, String text) {
        if (check) {
            return;
        }
        try {
            Files.writeString(project.folder().resolve(path), text);
        } catch (IOException unwritable) {
            throw CommandFailure.environment(
                            project.folder().resolve(path) + ": cannot be written: " + IoReason.of(unwritable),
                            "may you write there?")
                    .causedBy(unwritable);
        }
    }
}
