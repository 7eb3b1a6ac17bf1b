package dev.sendero.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.cli.Golden;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.rules.problem.SourceFile;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ColumnMapFileTest {

    @Test
    void a_map_says_where_each_field_comes_from() {
        var map = parse("""
                delimiter: ";"
                header: true
                userId: customer
                event: {const: Order Completed}
                messageId: order
                timestamp: {column: date, format: dd.MM.yyyy, zone: Europe/Madrid}
                properties: "*"
                types: {amount: number, gift: boolean}
                """);

        assertThat(map.delimiter()).isEqualTo(new Delimiter.Character(';'));
        assertThat(map.header()).isEmpty();
        assertThat(map.event()).isEqualTo(new FieldSource.Constant("Order Completed"));
        assertThat(((FieldSource.FromColumn) map.messageId()).column().name()).isEqualTo("order");
        assertThat(((FieldSource.FromColumn) map.timestamp()).column().name()).isEqualTo("date");
        assertThat(map.timestampFormat().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
        assertThat(map.allProperties()).isTrue();
        assertThat(map.types().values()).containsExactly(ColumnType.NUMBER, ColumnType.BOOLEAN);
    }

    @Test
    void without_a_word_on_it_rows_have_commas_a_header_iso_times_and_all_columns_as_properties() {
        var map = parse("userId: a\nevent: b\ntimestamp: c\n");

        assertThat(map.delimiter()).isEqualTo(Delimiter.COMMA);
        assertThat(map.header()).isEmpty();
        assertThat(map.messageId()).isEqualTo(new FieldSource.Absent());
        assertThat(map.timestampFormat().pattern()).isEqualTo(TimestampFormat.ISO);
        assertThat(map.allProperties()).isTrue();
    }

    @Test
    void everything_that_is_wrong_with_a_map_is_shown_at_once() {
        assertThatThrownBy(() -> parse("""
                        userid: x
                        event: {cnst: a}
                        timestamp: {column: a, format: QQQQQQQ, zone: Europe/Madird}
                        types: {a: nmber}
                        delimiter: ",,"
                        header: false
                        properties: price
                        """)).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(2);
            Golden.assertMatches("column-map-problems", failure.getMessage() + "\n");
        });
    }

    private static ColumnMap parse(String text) {
        return ColumnMapFile.parse(SourceFile.of("map.yaml", text));
    }
}
