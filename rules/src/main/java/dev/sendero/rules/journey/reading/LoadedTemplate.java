package dev.sendero.rules.journey.reading;

import dev.sendero.api.message.Content;
import java.util.Set;
import java.util.SortedMap;

/**
 * A template file and what it includes.
 *
 * @param subject from the front matter, like {@code preheader} and {@code from}; empty when it says nothing
 * @param partials what the body may include, by the name that it uses
 * @param files all files that it is made of
 * @param sound whether none of them has an error
 */
record LoadedTemplate(
        String subject,
        String preheader,
        String from,
        Content.Format format,
        String body,
        SortedMap<String, String> partials,
        Set<String> files,
        boolean sound) {}
