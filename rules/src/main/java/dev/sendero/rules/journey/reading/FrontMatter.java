package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YAML between two lines of {@code ---} at a template's head, and the body after it. */
final class FrontMatter {

    private static final Pattern FENCED =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)^---[ \\t]*(\\R|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String[] KEYS = {"subject", "preheader", "from"};

    private final Findings findings;
    private final Optional<MappingReader> reader;
    private final List<YamlScalar> scalars = new ArrayList<>();
    private final String body;
    private final int bodyOffset;

    private FrontMatter(Findings findings, Optional<MappingReader> reader, String body, int bodyOffset) {
        this.findings = findings;
        this.reader = reader;
        this.body = body;
        this.bodyOffset = bodyOffset;
        for (String key : KEYS) {
            reader.flatMap(mapping -> mapping.prose(key)).ifPresent(scalars::add);
        }
    }

    static FrontMatter of(SourceFile template, Findings findings) {
        Matcher fenced = FENCED.matcher(template.text());
        if (!fenced.find()) {
            if (template.line(1).stripTrailing().equals("---")) {
                findings.error(
                        ProblemCode.YAML_SYNTAX,
                        template.start(),
                        "the front matter is not closed",
                        "write '---' on a line of its own behind it");
            }
            return new FrontMatter(findings, Optional.empty(), template.text(), 0);
        }
        // Only the first fence is blanked out, so that the lines keep their numbers.
        String head = "   " + template.text().substring(3, fenced.end(1));
        var part = new Findings(SourceFile.of(template.path(), head));
        Optional<MappingReader> reader = YamlReader.read(part)
                .flatMap(node -> new ValueReader(part).mapping(node, "front matter"))
                .map(mapping -> new MappingReader(mapping, new ValueReader(findings)));
        part.problems()
                .forEach(problem -> findings.error(problem.code(), problem.place(), problem.message(), problem.hint()));
        String body = template.text().substring(fenced.end());
        return new FrontMatter(findings, reader, body, template.text().codePointCount(0, fenced.end()));
    }

    /** Reports keys that are missing or unknown. @param email whether the template must have a subject */
    void check(boolean email) {
        if (email && reader.isEmpty() && !findings.hasErrors()) {
            findings.error(
                    ProblemCode.MISSING_KEY,
                    findings.source().start(),
                    "the template has no subject",
                    "begin the file with '---', 'subject: …' and '---', each on a line of its own");
        }
        reader.ifPresent(mapping -> {
            if (email) {
                mapping.require("the front matter", "subject");
            }
            mapping.refuseOthers("the front matter");
        });
    }

    List<YamlScalar> scalars() {
        return List.copyOf(scalars);
    }

    /** The text of a key; empty when it is not there. */
    String text(String key) {
        return reader.flatMap(mapping -> mapping.node(key))
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
    }

    String body() {
        return body;
    }

    /** Where the body begins in its file, in code points. */
    int bodyOffset() {
        return bodyOffset;
    }
}
