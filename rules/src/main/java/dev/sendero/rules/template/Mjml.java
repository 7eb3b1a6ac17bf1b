package dev.sendero.rules.template;

import ch.digitalfondue.mjml4j.Mjml4j;

/** Makes HTML of MJML. */
final class Mjml {

    private static final Mjml4j.Configuration CONFIGURATION =
            new Mjml4j.Configuration("und", Mjml4j.TextDirection.AUTO);

    private Mjml() {}

    static String html(String mjml) throws RenderFailure {
        var issues = MjmlTags.check(mjml);
        if (!issues.isEmpty()) {
            throw new RenderFailure("the MJML is wrong: " + issues.get(0).message());
        }
        try {
            return Mjml4j.render(mjml, CONFIGURATION);
        } catch (RuntimeException failure) {
            throw new RenderFailure("the MJML cannot be made into HTML: " + failure.getMessage(), failure);
        }
    }
}
