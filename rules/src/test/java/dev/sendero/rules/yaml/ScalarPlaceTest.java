package dev.sendero.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of a value is found again where it stands in the file, whatever quotes and folds do to it. */
class ScalarPlaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: plain words",
                "key: 🛒 wide words",
                "key:   spaces before",
                "key: folded\n  over two\n\n\n  and more lines",
                "key: 'single ''quoted'' words'",
                "key: 'single\n   folded'",
                "key: \"double \\\"quoted\\\" \\u00e9 \\x41 words\"",
                "key: \"double\n  folded \\\n  words\"",
                "key: >-\n  folded block\n  of two lines",
                "key: >-\n  one\n\n  two\n\n\n  three\n",
                "key: >\n  one\n    more indented\n  less\n",
                "key: |\n  literal\n   block\n\n  of lines\n",
                "key: |2\n    with an indicator\n",
                "key: |-\r\n  windows\r\n  lines\r\n",
                "- { a: b, key: in a flow, c: d }",
            })
    void letters_keep_their_places(String text) {
        var findings = new Findings(SourceFile.of("f.yaml", text));
        YamlScalar scalar = keyOf(YamlReader.read(findings).orElseThrow());

        assertThat(findings.problems()).isEmpty();
        int[] points = scalar.text().codePoints().toArray();
        for (int offset = 0; offset < points.length; offset++) {
            if (Character.isLetter(points[offset]) && points[offset] < 0x80 && points[offset] != 'A') {
                Place place = scalar.placeOf(offset, 1);
                int[] line = findings.source().line(place.line()).codePoints().toArray();
                assertThat(Character.toString(line[place.column() - 1]))
                        .as("offset %d of '%s'", offset, scalar.text())
                        .isEqualTo(Character.toString(points[offset]));
            }
        }
        assertThat(scalar.placeOf(points.length, 1).line()).isPositive();
    }

    private static YamlScalar keyOf(YamlNode node) {
        YamlMapping mapping =
                (YamlMapping) (node instanceof YamlSequence list ? list.items().get(0) : node);
        return (YamlScalar) mapping.get("key").orElseThrow();
    }
}
