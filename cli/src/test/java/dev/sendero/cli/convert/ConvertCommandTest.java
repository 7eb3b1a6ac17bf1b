package dev.sendero.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    @TempDir
    Path folder;

    @Test
    void rows_of_rees46_become_events() throws IOException {
        Path file = write("october.csv", """
                event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
                2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde
                2019-10-01 00:00:01 UTC,purchase,1003461,2053013555631882655,electronics.smartphone,xiaomi,489.07,520088904,816a59f3
                """);

        var run = CommandRun.of("convert", "--format", "rees46", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("2 events\n");
        Golden.assertMatches("convert-rees46", run.out());
    }

    @Test
    void events_of_google_analytics_become_events() throws IOException {
        Path file = write("ga4.jsonl", """
                {"event_name":"page_view","event_timestamp":"1611456004923718","user_pseudo_id":"91","event_params":[{"key":"page_location","value":{"string_value":"https://shop.example/"}},{"key":"engagement_time_msec","value":{"int_value":"12"}}],"user_properties":[],"device":{"category":"mobile","browser":null}}
                {"event_name":"purchase","event_timestamp":1611456005000000,"user_id":"u1","user_pseudo_id":"91","ecommerce":{"transaction_id":"t1","purchase_revenue":25.5,"tax_value":null},"items":[{"item_id":"p1","quantity":2}],"user_properties":[{"key":"plan","value":{"string_value":"pro"}}]}
                {"event_name":"first_visit","event_timestamp":"1611456004923718"}
                """);

        var run = CommandRun.of("convert", "--format", "ga4", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("note: 1 row left out: without a customer (first: " + file + ":3)\n2 events\n");
        Golden.assertMatches("convert-ga4", run.out());
    }

    @Test
    void rows_are_sorted_by_time_on_request_and_keep_their_order_within_a_customer_and_an_instant() throws IOException {
        Path map = write("map.yaml", "userId: who\nevent: what\ntimestamp: time\nproperties: []\n");

        var run = CommandRun.withInput("""
                who,what,time
                b,second,2026-03-01T10:00:00Z
                a,third,2026-03-01T11:00:00Z
                a,fourth,2026-03-01T11:00:00Z
                a,first,2026-03-01T09:00:00Z
                """, "convert", "--format", "csv", "--map", map, "--sort", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(".*\"event\":\"([a-z]+)\".*", "$1")))
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void a_result_file_appears_when_it_is_complete_and_only_then() throws IOException {
        Path map = write("map.yaml", "userId: who\nevent: what\ntimestamp: time\n");
        Path out = folder.resolve("events.jsonl");

        var broken = CommandRun.withInput(
                "who,what,time\na,x,2026-03-01\nb,y,yesterday\n",
                "convert",
                "--format",
                "csv",
                "--map",
                map,
                "--out",
                out,
                "-");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("standard input:3: timestamp 'yesterday'");
        assertThat(folder).isDirectoryNotContaining("glob:**events.jsonl*");

        var fine = CommandRun.withInput(
                "who,what,time\na,x,2026-03-01\n", "convert", "--format", "csv", "--map", map, "--out", out, "-");
        assertThat(fine.exitCode()).isZero();
        assertThat(out)
                .hasContent("{\"messageId\":\"a#000000001\",\"type\":\"track\",\"event\":\"x\",\"userId\":\"a\","
                        + "\"timestamp\":\"2026-03-01T00:00:00Z\","
                        + "\"properties\":{\"who\":\"a\",\"what\":\"x\",\"time\":\"2026-03-01\"}}");
    }

    @Test
    void a_link_to_a_result_file_stays_a_link() throws IOException {
        Path map = write("map.yaml", "userId: who\nevent: what\ntimestamp: time\n");
        Path real = write("real.jsonl", "old\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), real);

        CommandRun.withInput("who,what,time\n", "convert", "--format", "csv", "--map", map, "--out", link, "-");

        assertThat(link).isSymbolicLink();
        assertThat(real).isEmptyFile();
    }

    @Test
    void what_was_converted_is_converted_to_itself() throws IOException {
        Path file = write(
                "events.jsonl",
                "{\"event\":\"x\",\"anonymousId\":\"a\",\"timestamp\":\"2026-03-01T00:00:00+01:00\"}\n");

        var once = CommandRun.of("convert", "--format", "segment", file);
        var twice = CommandRun.withInput(once.out(), "convert", "--format", "segment", "-");

        assertThat(once.out())
                .isEqualTo("{\"messageId\":\"a#000000001\",\"type\":\"track\",\"event\":\"x\",\"anonymousId\":\"a\","
                        + "\"timestamp\":\"2026-02-28T23:00:00Z\"}\n");
        assertThat(twice.out()).isEqualTo(once.out());
    }

    @Test
    void gzip_is_recognised_by_what_is_in_the_file() throws IOException {
        Path map = write("map.yaml", "userId: who\nevent: what\ntimestamp: time\nproperties: []\n");
        Path file = folder.resolve("events");
        Files.write(file, gzip("who,what,time\na,x,2026-03-01\n"));

        assertThat(CommandRun.of("convert", "--format", "csv", "--map", map, file)
                        .err())
                .isEqualTo("1 event\n");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_reason() throws IOException {
        Path map = write("map.yaml", "userId: who\nevent: what\ntimestamp: time\n");
        Path noGzip = write("plain.csv.gz", "who,what,time\n");
        Path empty = write("empty.csv", "");
        Path cut = folder.resolve("cut.csv.gz");
        byte[] whole = gzip("who,what,time\n" + "a,x,2026-03-01\n".repeat(1_000));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

        assertThat(failure(map, noGzip)).isEqualTo(noGzip + ": this is not gzip");
        assertThat(failure(map, empty)).isEqualTo(empty + ": the file is empty");
        assertThat(failure(map, cut)).startsWith(cut + ": the gzip file is damaged or cut off");
        assertThat(failure(map, folder.resolve("none.csv"))).endsWith("none.csv: no such file or folder");
        Path noEvents = Files.createDirectory(folder.resolve("no-events"));
        assertThat(failure(map, noEvents)).isEqualTo(noEvents + ": no event files in this folder");
    }

    private static String failure(Path map, Path file) {
        var run = CommandRun.of("convert", "--format", "csv", "--map", map, file);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err().lines().findFirst().orElse("").replaceFirst("^error: ", "");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
