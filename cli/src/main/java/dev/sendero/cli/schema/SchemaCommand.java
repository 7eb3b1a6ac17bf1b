package dev.sendero.cli.schema;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes JSON Schemas for editors. */
@Command(
        name = "schema",
        description = {
            "Write the JSON Schemas by which editors complete and check the files of a project.",
            "A comment at a file's head tells the editor which: '# yaml-language-server: $$schema=…'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero schema --out my-journeys/schemas     all of them, each in a file",
            "  sendero schema journey                       one of them, on standard output"
        })
public final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "Of which files: journey, sendero, events, traits, test (default: journey; with --out all).")
    private @Nullable String kind;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write into files of this folder, which is made when it is not there.")
    private @Nullable Path folder;

    public SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (folder == null) {
            terminal.out().print(JsonSchema.of(kindOf(kind == null ? "journey" : kind)));
        } else {
            write(folder, kind == null ? Language.FILES : List.of(kindOf(kind)));
        }
        return ExitCode.FINE;
    }

    private static FileKind kindOf(String name) {
        return Language.FILES.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage(
                        "no kind of file '" + name + "'",
                        DidYouMean.hint(
                                name,
                                Language.FILES.stream().map(FileKind::name).toList())));
    }

    private void write(Path target, List<FileKind> kinds) {
        try {
            Files.createDirectories(target);
            for (FileKind each : kinds) {
                Path file = target.resolve(JsonSchema.fileName(each));
                Files.writeString(file, JsonSchema.of(each));
                terminal.out().println("  " + file);
            }
        } catch (IOException unwritable) {
            throw CommandFailure.environment(
                            target + ": cannot be written: " + IoReason.of(unwritable), "choose another folder")
                    .causedBy(unwritable);
        }
    }
}
