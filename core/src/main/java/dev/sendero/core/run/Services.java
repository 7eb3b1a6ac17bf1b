package dev.sendero.core.run;

import dev.sendero.core.policy.Draw;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.policy.Holdouts;
import dev.sendero.core.policy.MessagePolicy;
import dev.sendero.core.profile.ProfileUpdates;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.project.Bounds;

/**
 * What runs rely on, the same for all customers.
 *
 * @param currency ISO 4217 code of conversion values that name no currency
 */
public record Services(
        EntryPolicy entries,
        MessagePolicy messages,
        ProfileUpdates profiles,
        Draw draw,
        Holdouts holdouts,
        Zones zones,
        String currency,
        Bounds bounds) {}
