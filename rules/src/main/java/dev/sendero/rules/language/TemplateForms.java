package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;

import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** What stands at a template's head. */
final class TemplateForms {

    static final List<Form> ALL = List.of(Form.of(
            "front-matter",
            "the front matter",
            "Between two lines of '---' at the head of a template.",
            optional("subject", Single.LIQUID, "The subject; every e-mail needs one."),
            optional("preheader", Single.LIQUID, "What a mailbox shows beside the subject."),
            optional("from", Single.LIQUID, "The sender, such as Casa Clara <hola@casaclara.example>.")));

    private TemplateForms() {}
}
