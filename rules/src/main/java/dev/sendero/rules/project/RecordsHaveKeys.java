package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.check.CheckedJourney;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.Map;
import java.util.TreeSet;

/** The settings name a key for every kind of record that a journey changes, and notes go where there are notes. */
final class RecordsHaveKeys {

    private final Map<Channel, ChannelSettings> channels;

    RecordsHaveKeys(Map<Channel, ChannelSettings> channels) {
        this.channels = channels;
    }

    void check(CheckedJourney checked, Findings findings) {
        ChannelSettings crm = channels.get(Channel.CRM);
        if (crm instanceof ChannelSettings.HubSpot hubSpot) {
            checkObjects(checked, hubSpot.keys(), findings);
        } else if (crm instanceof ChannelSettings.Salesforce salesforce) {
            checkObjects(checked, salesforce.keys(), findings);
            refuseNotes(checked, findings);
        }
    }

    private static void checkObjects(CheckedJourney checked, Map<String, String> keys, Findings findings) {
        for (Step.Send send : checked.journey().allSends()) {
            if (send.content() instanceof Content.Crm crm && !keys.containsKey(crm.object())) {
                checked.places()
                        .ofKey(send, "object")
                        .ifPresent(place -> findings.error(
                                ProblemCode.WRONG_VALUE,
                                place,
                                "no key of records '" + crm.object() + "' in 'channels.crm' of sendero.yaml",
                                keys.isEmpty()
                                        ? "name the property or field that holds it: keys: { " + crm.object() + ": … }"
                                        : DidYouMean.hint(crm.object(), new TreeSet<>(keys.keySet()))));
            }
        }
    }

    private static void refuseNotes(CheckedJourney checked, Findings findings) {
        for (Step.Send send : checked.journey().allSends()) {
            checked.places()
                    .ofKey(send, "note")
                    .filter(place -> send.content() instanceof Content.Crm)
                    .ifPresent(place -> findings.error(
                            ProblemCode.WRONG_VALUE,
                            place,
                            "a note, which records of Salesforce do not get",
                            "remove it, or set a field to it"));
        }
    }
}
