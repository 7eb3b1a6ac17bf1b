package dev.sendero.cli.messages;

import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which store is meant: that of a project that {@code sendero up} runs here, or a database. */
final class StoreOption {

    private static final String USER = "SENDERO_STORE_USER";
    private static final String PASSWORD = "SENDERO_STORE_PASSWORD";

    @Option(
            names = "--project",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project that 'sendero up' runs or ran (default: this folder).")
    private Path project = Path.of(".");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where 'sendero up' keeps its data (default: .sendero in the project).")
    private Path data = Path.of("");

    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "A PostgreSQL database instead, such as jdbc:postgresql://HOST/NAME; its user and password are in "
                            + USER + " and " + PASSWORD + ".")
    private String url = "";

    /**
     * Opens the store for as long as it is used.
     *
     * @param environment where user and password are found
     * @throws CommandFailure when it is not there, or cannot be opened
     */
    <T> T use(Map<String, String> environment, Function<Database, T> user) {
        try (Database database = url.isEmpty() ? ofFolder() : ofUrl(environment)) {
            return user.apply(database);
        }
    }

    /** SQLite, "Write-Ahead Logging": processes of one machine may use the file at once, one of them writing. */
    private Database ofFolder() {
        DataFolder folder = data.toString().isEmpty() ? DataFolder.of(project) : new DataFolder(data.toAbsolutePath());
        if (!Files.isRegularFile(folder.store())) {
            throw CommandFailure.usage(
                    "no messages: there is no " + folder.store(),
                    "name the project that 'sendero up' runs with --project, or a database with --store");
        }
        return open(folder.store().toString(), () -> Database.sqlite(folder.store()));
    }

    private Database ofUrl(Map<String, String> environment) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw CommandFailure.usage(
                    "--store: '" + url + "' is no PostgreSQL database", "write jdbc:postgresql://HOST/NAME");
        }
        return open(
                url,
                () -> Database.postgres(
                        url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, "")));
    }

    private interface Opening {
        Database run();
    }

    private static Database open(String name, Opening opening) {
        try {
            return opening.run();
        } catch (RuntimeException unusable) {
            throw CommandFailure.environment(
                            "the store cannot be opened: " + name,
                            "is it there, and may you read it? --debug shows more")
                    .causedBy(unusable);
        }
    }
}
