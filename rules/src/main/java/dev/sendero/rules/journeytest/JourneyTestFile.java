package dev.sendero.rules.journeytest;

import dev.sendero.api.JourneyId;
import java.util.List;

/**
 * One file of {@code tests/}.
 *
 * @param file path relative to the project, with forward slashes
 */
public record JourneyTestFile(String file, JourneyId journey, List<JourneyTest> tests) {}
