package dev.sendero.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderoTest {

    @Test
    void without_a_command_the_help_is_named() {
        var run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("error: Missing command\nhint: see 'sendero --help'\n");
    }

    @Test
    void a_misspelt_command_is_recognised() {
        var run = CommandRun.of("backtst");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean 'backtest'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "validate",
                "test",
                "preview",
                "backtest",
                "diff",
                "explain",
                "convert",
                "cep",
                "up",
                "demo",
                "publish",
                "pause",
                "resume",
                "messages",
                "profile",
                "heartbeat",
                "fmt",
                "schema",
                "docs",
                "version"
            })
    void every_command_explains_itself_with_examples(String command) {
        var run = CommandRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Examples:").contains("  sendero " + command);
        Golden.assertMatches("help-" + command, run.out());
    }

    @Test
    void an_option_that_is_not_there_is_refused_without_a_trace() {
        var run = CommandRun.of("validate", "--formt", "json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--formt")
                .contains("sendero validate --help")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "validate --strct | no option '--strct' | did you mean '--strict'",
                "up --prt 80 | no option '--prt' | did you mean '--port'",
                "upp | no command 'upp' | did you mean 'up'",
                "validate here there | 'there' is one argument too many | see 'sendero validate --help'",
                "version --format jsn | 'jsn' (expected: text, json) | did you mean 'json'?",
                "up --clock moon | 'moon' (expected: real, events) | see 'sendero up --help'",
                "explain --customer ada | error: Missing required argument | see 'sendero explain --help'",
            })
    void what_cannot_be_understood_is_named_with_what_was_probably_meant(String line, String message, String hint) {
        var run = CommandRun.of((Object[]) line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).contains(hint);
    }

    @Test
    void help_and_version_are_found_under_the_names_that_people_try_first() {
        assertThat(CommandRun.of("help").out())
                .isEqualTo(CommandRun.of("--help").out());
        assertThat(CommandRun.of("help", "up").out())
                .isEqualTo(CommandRun.of("up", "--help").out());
        assertThat(CommandRun.of("--version").out())
                .isEqualTo(CommandRun.of("version").out());
    }

    @Test
    void the_version_is_said_for_people_and_for_machines() {
        assertThat(CommandRun.of("version").out()).startsWith("sendero ").contains("Java ");
        assertThat(CommandRun.of("version", "--format", "json").out())
                .startsWith("{\"format\":\"sendero.version/1\",\"version\":");
    }

    @Test
    void the_commands_that_read_a_project_say_when_there_is_none() {
        var run = CommandRun.of("validate", "no-such-folder");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        error: no-such-folder: no such folder
                        hint: 'sendero init no-such-folder' begins a project there
                        """);
    }
}
