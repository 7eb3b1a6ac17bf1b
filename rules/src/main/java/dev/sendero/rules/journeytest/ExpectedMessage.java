package dev.sendero.rules.journeytest;

import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.Place;

/**
 * A message that must go out.
 *
 * @param subject what the subject must contain; empty when it does not matter
 * @param text what the text must contain; empty when it does not matter
 */
public record ExpectedMessage(Place place, TestTime at, Channel channel, StepId step, String subject, String text) {}
