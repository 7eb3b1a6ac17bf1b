package dev.sendero.rules.template;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which language a customer is spoken to: that of {@code profile.traits.locale}, by the lookup of RFC 4647. Of
 * {@code es-MX} that is {@code es-MX}, else {@code es}, else the template without a locale.
 */
public final class LocaleChoice {

    /** Characters that a tag may have to be looked at; RFC 5646 asks for 35. */
    private static final int LONGEST = 35;

    private LocaleChoice() {}

    /**
     * Empty for the template without a locale.
     *
     * @param available BCP 47 tags
     * @param variables those of a message
     */
    public static Optional<String> of(Set<String> available, Map<String, Object> variables) {
        if (available.isEmpty()
                || !(variables.get("profile") instanceof Map<?, ?> profile)
                || !(profile.get("traits") instanceof Map<?, ?> traits)
                || !(traits.get("locale") instanceof String locale)) {
            return Optional.empty();
        }
        return of(available, locale);
    }

    /** @param locale as phones and browsers write it: {@code es-MX}, {@code es_MX}, {@code es_MX.UTF-8} */
    static Optional<String> of(Set<String> available, String locale) {
        String tag = locale.strip().replace('_', '-').replaceFirst("[.@].*", "");
        if (tag.isEmpty() || tag.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            List<LanguageRange> wanted = List.of(new LanguageRange(tag));
            return Optional.ofNullable(Locale.lookupTag(wanted, available))
                    .flatMap(found ->
                            available.stream().filter(found::equalsIgnoreCase).findFirst());
        } catch (IllegalArgumentException noLanguage) {
            return Optional.empty();
        }
    }
}
