package dev.sendero.cli.convert;

import dev.sendero.cli.events.ColumnMap;
import dev.sendero.cli.events.ColumnType;
import dev.sendero.cli.events.Delimiter;
import dev.sendero.cli.events.FieldSource;
import dev.sendero.cli.events.MappedColumn;
import dev.sendero.cli.events.TimestampFormat;
import dev.sendero.rules.problem.Place;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of the REES46 data sets ("eCommerce behavior data from multi category store"). */
final class Rees46 {

    private Rees46() {}

    static ColumnMap columns() {
        return new ColumnMap(
                Delimiter.COMMA,
                List.of(),
                from("user_id"),
                from("event_type"),
                new FieldSource.Absent(),
                from("event_time"),
                TimestampFormat.of("yyyy-MM-dd HH:mm:ss 'UTC'", ZoneOffset.UTC),
                false,
                Stream.of("product_id", "category_id", "category_code", "brand", "price", "user_session")
                        .map(Rees46::column)
                        .toList(),
                Map.of(column("price"), ColumnType.NUMBER));
    }

    private static FieldSource from(String name) {
        return new FieldSource.FromColumn(column(name));
    }

    private static MappedColumn column(String name) {
        return new MappedColumn(name, Place.startOf("format rees46"));
    }
}
