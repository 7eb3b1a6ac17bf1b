package dev.sendero.rules.template;

/** What a template makes, which decides what is escaped and what is checked. */
public enum TemplateKind {
    /** Subjects, senders, texts, addresses: values stand as they are. */
    TEXT,
    HTML,
    MJML,
    /** Slack's markup, where a value can notify nobody. */
    SLACK,
    /** JSON whose strings are templates. */
    JSON
}
