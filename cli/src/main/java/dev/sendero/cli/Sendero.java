package dev.sendero.cli;

import dev.sendero.cli.backtest.BacktestCommand;
import dev.sendero.cli.cep.CepCommand;
import dev.sendero.cli.convert.ConvertCommand;
import dev.sendero.cli.convert.SourceFormat;
import dev.sendero.cli.demo.DemoCommand;
import dev.sendero.cli.diff.DiffCommand;
import dev.sendero.cli.docs.DocsCommand;
import dev.sendero.cli.explain.ExplainCommand;
import dev.sendero.cli.fmt.FmtCommand;
import dev.sendero.cli.heartbeat.HeartbeatCommand;
import dev.sendero.cli.init.InitCommand;
import dev.sendero.cli.journeytest.TestCommand;
import dev.sendero.cli.messages.MessagesCommand;
import dev.sendero.cli.preview.PreviewCommand;
import dev.sendero.cli.profile.ProfileCommand;
import dev.sendero.cli.publish.PauseCommand;
import dev.sendero.cli.publish.PublishCommand;
import dev.sendero.cli.publish.ResumeCommand;
import dev.sendero.cli.schema.SchemaCommand;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.cli.terminal.WordConverter;
import dev.sendero.cli.up.UpCommand;
import dev.sendero.cli.validate.ValidateCommand;
import dev.sendero.cli.version.BuildInfo;
import dev.sendero.cli.version.VersionCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code sendero} command. */
@Command(
        name = "sendero",
        description = "Customer journeys as files, run on event streams.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nBegin here:%n",
        footer = {
            "  sendero demo                 see it run on a made-up shop",
            "  sendero init my-journeys     begin a project of your own",
            "  sendero COMMAND --help       what a command does, with examples"
        })
public final class Sendero implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at its value
    private boolean help;

    @Option(names = "--version", versionHelp = true, hidden = true, description = "Show the version and end.")
    @SuppressWarnings("UnusedVariable") // as above
    private boolean version;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "When something fails, show where in the program.")
    private boolean debug;

    private Sendero() {}

    public static void main(String[] arguments) {
        var terminal = Terminal.ofProcess(System.getenv());
        int exitCode = commandLine(terminal).execute(arguments);
        terminal.out().flush();
        // Not a return: a thread that somebody forgot must not keep the command from ending.
        System.exit(exitCode);
    }

    /** All commands, in the order in which the help lists them. */
    static CommandLine commandLine(Terminal terminal) {
        var sendero = new Sendero();
        var commandLine = new CommandLine(sendero)
                .addSubcommand(new InitCommand(terminal))
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new TestCommand(terminal, InstantSource.system()))
                .addSubcommand(new PreviewCommand(terminal, InstantSource.system()))
                .addSubcommand(new BacktestCommand(terminal, InstantSource.system()))
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new ConvertCommand(terminal))
                .addSubcommand(new CepCommand(terminal))
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new PublishCommand(terminal, InstantSource.system()))
                .addSubcommand(new PauseCommand(terminal, InstantSource.system()))
                .addSubcommand(new ResumeCommand(terminal, InstantSource.system()))
                .addSubcommand(MessagesCommand.commandLine(terminal, InstantSource.system()))
                .addSubcommand(ProfileCommand.commandLine(terminal))
                .addSubcommand(new HeartbeatCommand(terminal, InstantSource.system()))
                .addSubcommand(new FmtCommand(terminal))
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new DocsCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(new HelpCommand(terminal));
        commandLine
                .getCommandSpec()
                .versionProvider(() -> BuildInfo.ofThisProgram().asText().split("\n"));
        return commandLine
                .registerConverter(OutputFormat.class, new WordConverter<>(OutputFormat.class))
                .registerConverter(SourceFormat.class, new WordConverter<>(SourceFormat.class))
                .registerConverter(UpCommand.Clock.class, new WordConverter<>(UpCommand.Clock.class))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.coloursOut() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(new WrongUsage(terminal))
                .setExecutionExceptionHandler(new Failures(terminal, () -> sendero.debug));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
