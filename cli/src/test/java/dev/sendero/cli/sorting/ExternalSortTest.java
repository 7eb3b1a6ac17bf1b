package dev.sendero.cli.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExternalSortTest {

    private static final long SEED = 20260307;

    /** Small enough that a thousand rows are spilled in hundreds of files, which are merged twice. */
    private static final long FEW_BYTES = 700;

    private static final long MANY_BYTES = 1 << 20;

    @Test
    void rows_come_in_the_order_of_their_keys_and_equal_ones_as_they_were_added() {
        List<Row> rows = randomRows(5_000);
        List<Row> expected = new ArrayList<>(rows);
        expected.sort(Comparator.naturalOrder());

        assertThat(sorted(rows, FEW_BYTES)).as("spilled").isEqualTo(expected);
        assertThat(sorted(rows, MANY_BYTES)).as("in memory").isEqualTo(expected);
    }

    @Test
    void a_part_is_the_rows_whose_keys_begin_with_its_byte() {
        for (long memory : List.of(FEW_BYTES, MANY_BYTES)) {
            List<Row> rows = randomRows(1_000);
            try (var folder = new SpillFolder();
                    var sort = new ExternalSort(folder, memory)) {
                rows.forEach(sort::add);
                var inParts = new ArrayList<Row>();
                for (int part = 0; part < 256; part++) {
                    List<Row> ofPart = all(sort.sorted(part));
                    int expected = part;
                    assertThat(ofPart).allMatch(row -> (row.key()[0] & 0xff) == expected);
                    inParts.addAll(ofPart);
                }

                assertThat(inParts).isEqualTo(all(sort.sorted()));
            }
        }
    }

    @Test
    void texts_sort_as_strings_do_and_numbers_as_numbers() {
        var texts =
                List.of("", "\u0000", "\u0001", "\u0001\u0000", "a", "a\u0000", "ab", "b", "é", "ü", "ﬀ", "日本", "😀");
        var sortedTexts = texts.stream().sorted().toList();
        var numbers = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);

        Comparator<String> byKey = (left, right) -> Arrays.compareUnsigned(
                new SortKey().text(left).number(-1).bytes(),
                new SortKey().text(right).number(-1).bytes());

        assertThat(texts.stream().sorted(byKey).toList()).isEqualTo(sortedTexts);
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(Arrays.compareUnsigned(
                            new SortKey().number(numbers.get(i - 1)).bytes(),
                            new SortKey().number(numbers.get(i)).bytes()))
                    .as(numbers.get(i - 1) + " before " + numbers.get(i))
                    .isNegative();
        }
    }

    @Test
    void a_group_is_what_has_the_same_first_text_and_may_be_left_before_its_end() {
        try (var folder = new SpillFolder();
                var sort = new ExternalSort(folder, FEW_BYTES)) {
            for (int number = 0; number < 30; number++) {
                for (String customer : List.of("ben", "ada", "be", "cyd")) {
                    sort.add(new Row(
                            new SortKey().part(7).text(customer).number(number).bytes(), new byte[] {(byte) number}));
                }
            }
            var seen = new ArrayList<String>();
            try (var groups = new RowGroups(sort.sorted())) {
                while (groups.next()) {
                    var rows = groups.rows();
                    seen.add(rows.next().value()[0] + " " + rows.next().value()[0]);
                }
            }

            assertThat(seen).containsExactly("0 1", "0 1", "0 1", "0 1");
        }
    }

    @Test
    void nothing_is_added_after_reading_has_begun() {
        try (var folder = new SpillFolder();
                var sort = new ExternalSort(folder, MANY_BYTES)) {
            sort.sorted().close();

            assertThatThrownBy(() -> sort.add(new Row(new byte[] {1}, new byte[0])))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<Row> randomRows(int count) {
        var random = new Random(SEED);
        var rows = new ArrayList<Row>();
        for (int row = 0; row < count; row++) {
            byte[] key = new SortKey()
                    .part(random.nextInt(256))
                    .text("c" + random.nextInt(20))
                    .bytes();
            rows.add(new Row(key, ("value " + row).getBytes(StandardCharsets.UTF_8)));
        }
        return rows;
    }

    private static List<Row> sorted(List<Row> rows, long memoryBytes) {
        try (var folder = new SpillFolder();
                var sort = new ExternalSort(folder, memoryBytes)) {
            rows.forEach(sort::add);
            return all(sort.sorted());
        }
    }

    private static List<Row> all(RowCursor cursor) {
        var rows = new ArrayList<Row>();
        try (cursor) {
            while (cursor.next()) {
                rows.add(cursor.row());
            }
        }
        return rows;
    }
}
