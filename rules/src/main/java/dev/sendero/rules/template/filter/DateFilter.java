package dev.sendero.rules.template.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.filters.Filter;
import ua.co.k.strftime.StrftimeFormatter;

/**
 * {@code date: format}, with the format of strftime: in UTC and in English, wherever it runs. It takes ISO 8601 and
 * seconds since 1970; {@code "now"} is the message's time. What is no date stays as it is.
 */
final class DateFilter extends Filter {

    private static final int MAX_FORMAT = 200;

    /** A width would let a format ask for any amount of padding. */
    private static final Pattern WIDTH = Pattern.compile("%[^a-zA-Z%]*[1-9]\\d");

    private static final List<Function<String, ZonedDateTime>> FORMS = List.of(
            text -> Instant.parse(text).atZone(ZoneOffset.UTC),
            text -> OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text).atZone(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC));

    DateFilter() {
        super("date");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        String format = params.length == 0 ? "" : asString(params[0], context);
        if (format.isBlank()) {
            return value;
        }
        if (format.length() > MAX_FORMAT || WIDTH.matcher(format).find()) {
            throw new LiquidFailure("date: a format with a width, or of more than 200 characters");
        }
        return time(value, context)
                .<Object>map(time ->
                        StrftimeFormatter.ofSafePattern(format, Locale.ENGLISH).format(time))
                .orElse(value);
    }

    private Optional<ZonedDateTime> time(Object value, TemplateContext context) {
        String text = asString(value, context).strip();
        if (text.equals("now") || text.equals("today")) {
            text = asString(context.get("now"), context).strip();
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (isNumber(text)) {
            return epochSeconds(asNumber(text).longValue());
        }
        for (var form : FORMS) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeException otherForm) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private static Optional<ZonedDateTime> epochSeconds(long seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC));
        } catch (DateTimeException beyondAllTimes) {
            return Optional.empty();
        }
    }
}
