package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Share;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shares as people write them: {@code 10%}, {@code 33.34%}. */
public final class Shares {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})? ?%");

    private Shares() {}

    /** @param name of the key, for problems */
    public static Optional<Share> read(ValueReader values, YamlNode node, String name) {
        Optional<YamlScalar> scalar = values.scalar(node, name);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Optional<Share> share = parse(scalar.get().text());
        if (share.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + scalar.get().text() + "' is no share",
                            "write a percentage from 0% to 100%, with two decimals at most, such as 10% or 33.34%");
        }
        return share;
    }

    static Optional<Share> parse(String text) {
        if (!PERCENT.matcher(text).matches()) {
            return Optional.empty();
        }
        int tenThousandths =
                new BigDecimal(text.replace("%", "").strip()).movePointRight(2).intValueExact();
        return tenThousandths <= 10_000 ? Optional.of(new Share(tenThousandths)) : Optional.empty();
    }
}
