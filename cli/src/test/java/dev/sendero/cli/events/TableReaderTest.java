package dev.sendero.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.event.Event;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.SourceFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    private static final String MAP = "userId: who\nevent: what\ntimestamp: time\n";

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void cells_in_quotes_may_hold_delimiters_quotes_and_line_ends() throws IOException {
        var events = read(MAP + "properties: [title]\n", """
                who,what,time,title
                ada,view,2026-03-01,"Lamp, ""Luna"",
                brass"
                ben,view,2026-03-01,Chair
                """);

        assertThat(events)
                .extracting(Event::properties)
                .containsExactly(Map.of("title", "Lamp, \"Luna\",\nbrass"), Map.of("title", "Chair"));
    }

    @Test
    void a_byte_order_mark_windows_line_ends_and_blanks_around_names_do_no_harm() throws IOException {
        var events =
                read(MAP + "properties: [price]\n", "\uFEFFwho, what ,time,price\r\nada,view,2026-03-01,3\r\n\r\n");

        assertThat(events).hasSize(1);
        assertThat(events.get(0).customer().value()).isEqualTo("ada");
        assertThat(events.get(0).properties()).isEqualTo(Map.of("price", "3"));
    }

    @Test
    void types_make_numbers_and_truths_of_cells_and_empty_cells_are_no_properties() throws IOException {
        var events = read(
                MAP + "properties: [a, b, c, d, e]\ntypes: {a: number, b: number, c: boolean, d: number, e: number}\n",
                "who,what,time,a,b,c,d,e\nada,view,2026-03-01,7,7.50,yes,,-12345678901234567890\n");

        assertThat(events.get(0).properties())
                .isEqualTo(Map.of("a", 7L, "b", 7.5, "c", true, "e", -1.2345678901234567E19));
    }

    @Test
    void rows_without_an_id_are_numbered_within_their_customer() throws IOException {
        var events = read(MAP, "who,what,time\nada,a,2026-03-01\nben,b,2026-03-01\nada,c,2026-03-01\n");

        assertThat(events)
                .extracting(event -> event.id().value())
                .containsExactly("ada#000000001", "ben#000000001", "ada#000000002");
    }

    @Test
    void the_order_of_ids_is_the_order_of_rows_beyond_ten_rows_of_one_instant() throws IOException {
        var rows = new StringBuilder("who,what,time\n");
        for (int i = 0; i < 25; i++) {
            rows.append("ada,e").append(i).append(",2026-03-01\n");
        }
        List<Event> events = read(MAP, rows.toString());

        assertThat(events.stream().sorted(Event.ORDER)).containsExactlyElementsOf(events);
    }

    @Test
    void rows_may_be_set_apart_by_runs_of_blanks() throws IOException {
        var events = read("""
                delimiter: whitespace
                header: [who, date, pieces, amount]
                userId: who
                event: {const: Order Completed}
                timestamp: {column: date, format: yyyyMMdd, zone: Europe/Madrid}
                properties: [pieces, amount]
                types: {pieces: number, amount: number}
                """, " 00001 20210101  1   11.77\n\n 00002\t20210712 12  100.00  \n");

        assertThat(events)
                .extracting(event -> event.timestamp().toString())
                .containsExactly("2020-12-31T23:00:00Z", "2021-07-11T22:00:00Z");
        assertThat(events.get(1).properties()).isEqualTo(Map.of("pieces", 12L, "amount", 100.0));
        assertThat(events.get(1).customer().value()).isEqualTo("00002");
    }

    @Test
    void missing_columns_are_named_all_at_once_with_those_that_are_there() {
        assertThatThrownBy(() -> read("userId: user\nevent: wat\ntimestamp: time\n", "who,what,time\n"))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure)
                            .hasMessage(
                                    "map.yaml:1:9: no column 'user' in shop.csv\nmap.yaml:2:8: no column 'wat' in shop.csv");
                    assertThat(failure.hint())
                            .isEqualTo("did you mean 'what' instead of 'wat'?\n      the columns are: who, what, time");
                    assertThat(failure.exitCode()).isEqualTo(2);
                });
    }

    @Test
    void rows_that_cannot_be_read_are_named_with_line_and_value() {
        assertThatThrownBy(() -> read(
                        "userId: who\nevent: what\ntimestamp: {column: time, format: dd.MM.yyyy}\ntypes: {price: number}\n",
                        """
                        who,what,time,price
                        ada,"two
                        lines",01.03.2026,1
                        ada,view,2026-03-01,1
                        ada,view,31.02.2026x,1
                        ada,view,01.03.2026,cheap
                        ada,view,01.03.2026
                        """))
                .hasMessage("""
                        shop.csv:4: timestamp '2026-03-01' (expected: dd.MM.yyyy)
                        shop.csv:5: timestamp '31.02.2026x' (expected: dd.MM.yyyy)
                        shop.csv:6: price 'cheap' (expected: a number)
                        shop.csv:7: the row has 3 cells, but there are 4 columns: who, what, time, price""");
    }

    @Test
    void reading_ends_after_ten_rows_that_cannot_be_read() {
        assertThatThrownBy(() -> read(MAP, "who,what,time\n" + "ada,view,never\n".repeat(1_000)))
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(11));
    }

    @Test
    void rows_of_nobody_are_left_out_and_counted() throws IOException {
        var events = read(MAP, "who,what,time\n,view,2026-03-01\nada,,2026-03-01\n,view,2026-03-01\n");

        assertThat(events).isEmpty();
        assertThat(notes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        note: 2 rows left out: without a customer (first: shop.csv:2)
                        note: 1 row left out: without the name of an event (first: shop.csv:3)
                        """);
    }

    private List<Event> read(String map, String table) throws IOException {
        var events = new ArrayList<Event>();
        var report = new RowReport();
        var reader = new TableReader(ColumnMapFile.parse(SourceFile.of("map.yaml", map)), new EventNumbers());
        var contents = new BufferedInputStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        reader.read("shop.csv", contents, report, event -> events.add(event.parse()));
        report.close(new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(notes, true, StandardCharsets.UTF_8),
                false,
                false,
                false));
        return events;
    }
}
