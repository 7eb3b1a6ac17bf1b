package dev.sendero.rules.schema;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.List;

/** A schema as editors apply it. */
public final class SchemaCheck {

    private final Validator validator = new ValidatorFactory().createValidator();
    private final URI schema;

    public SchemaCheck(String schema) {
        this.schema = validator.registerSchema(schema);
    }

    /** What is wrong with a JSON text. */
    public List<String> errorsOf(String json) {
        return validator.validate(schema, json).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }
}
