package dev.sendero.cli.journeytest;

import dev.sendero.api.message.Message;
import dev.sendero.rules.project.Project;
import java.time.InstantSource;
import java.util.List;

/**
 * A message that a journey test brings about: an example of what customers get.
 *
 * @param test the test's name
 * @param to the recipient, whoever names it
 */
public record TestMessage(String test, Message message, String to) {

    /** Of all tests that can be run, in the order of the files. */
    public static List<TestMessage> allOf(Project project) {
        return new JourneyTestRunner(InstantSource.system()).messagesOf(project);
    }
}
