package dev.sendero.rules.check;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every message's subscription group is in {@code sendero.yaml} and is offered on the message's channel. */
final class KnownGroups implements JourneyCheck {

    @Override
    public void check(CheckedJourney checked, Findings findings) {
        for (Step.Send send : checked.journey().allSends()) {
            Optional<Place> place = checked.places().ofKey(send, "group");
            place.ifPresent(known -> check(send, known, checked, findings));
        }
    }

    private static void check(Step.Send send, Place place, CheckedJourney checked, Findings findings) {
        String group = send.group();
        if (group.equals(Step.TRANSACTIONAL)) {
            return;
        }
        Set<Channel> channels = checked.groups().get(group);
        if (channels == null) {
            var known = new TreeSet<>(checked.groups().keySet());
            known.add(Step.TRANSACTIONAL);
            findings.error(
                    ProblemCode.UNKNOWN_GROUP,
                    place,
                    "no subscription group '" + group + "' in sendero.yaml",
                    DidYouMean.hint(group, known));
        } else if (!channels.contains(send.channel())) {
            findings.error(
                    ProblemCode.GROUP_CHANNEL,
                    place,
                    "the group '" + group + "' is not offered by "
                            + send.channel().wireName(),
                    "add '" + send.channel().wireName() + "' to its channels in sendero.yaml, or use another group");
        }
    }
}
