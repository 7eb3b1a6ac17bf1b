package dev.sendero.cli.journeytest;

import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcome of journey tests as continuous integration reads it: the XML of JUnit's reports, a suite for each file. */
final class JUnitXml {

    private JUnitXml() {}

    static String write(List<TestOutcome> outcomes) {
        Map<String, List<TestOutcome>> byFile = outcomes.stream()
                .collect(Collectors.groupingBy(TestOutcome::file, LinkedHashMap::new, Collectors.toList()));
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (Map.Entry<String, List<TestOutcome>> suite : byFile.entrySet()) {
                writeSuite(xml, suite.getKey(), suite.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("report: cannot be written to memory", impossible);
        }
        return text.toString();
    }

    private static void writeSuite(XMLStreamWriter xml, String file, List<TestOutcome> outcomes)
            throws XMLStreamException {
        Duration taken = outcomes.stream().map(TestOutcome::taken).reduce(Duration.ZERO, Duration::plus);
        long failures = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        xml.writeAttribute("tests", Integer.toString(outcomes.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("time", seconds(taken));
        for (TestOutcome outcome : outcomes) {
            writeCase(xml, outcome);
        }
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, TestOutcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", outcome.journey());
        xml.writeAttribute("name", outcome.test().name());
        xml.writeAttribute("file", outcome.file());
        xml.writeAttribute("line", Integer.toString(outcome.test().place().line()));
        xml.writeAttribute("time", seconds(outcome.taken()));
        if (!outcome.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", message(outcome));
            xml.writeCharacters(TestReport.of(List.of(outcome), (colour, plain) -> plain));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String message(TestOutcome outcome) {
        if (!outcome.faults().isEmpty()) {
            return outcome.faults().get(0);
        }
        return outcome.rows().stream()
                .filter(row -> !row.matches())
                .findFirst()
                .map(row -> "expected " + (row.expected().isEmpty() ? "nothing" : row.expected()) + ", was "
                        + (row.actual().isEmpty() ? "nothing" : row.actual()))
                .orElse("failed");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
