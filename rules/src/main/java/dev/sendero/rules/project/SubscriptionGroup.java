package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import java.util.Set;

/**
 * What a customer may agree to.
 *
 * @param channels on which it may be offered
 * @param optedInByDefault whether a customer who has said nothing has agreed
 */
public record SubscriptionGroup(String name, String title, Set<Channel> channels, boolean optedInByDefault) {}
