package dev.sendero.core.policy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import java.util.List;
import java.util.Optional;

/** Who gets nothing, so that uplift can be measured: of one journey, or of all journeys. */
public final class Holdouts {

    /** Why a customer is held out of a journey by the journey's own holdout. */
    public static final String OF_JOURNEY = "";

    /** Why a customer is held out by the project's holdout. */
    public static final String GLOBAL = "global";

    /** Stands for all journeys; no journey has this id. */
    static final JourneyId EVERY_JOURNEY = new JourneyId("*");

    private final Share global;
    private final Draw draw;

    /** @param global the share of all customers that no journey sends anything, but for what they must get */
    public Holdouts(Share global, Draw draw) {
        this.global = global;
        this.draw = draw;
    }

    /** Why a customer who may enter a journey is held out; empty when she is not. */
    public Optional<String> of(Journey journey, CustomerId customer) {
        if (isIn(global, EVERY_JOURNEY, customer) && !isTransactional(journey)) {
            return Optional.of(GLOBAL);
        }
        return isIn(journey.holdout(), journey.id(), customer) ? Optional.of(OF_JOURNEY) : Optional.empty();
    }

    private boolean isIn(Share share, JourneyId journey, CustomerId customer) {
        return !share.isNone() && draw.bucket(journey, Draw.HOLDOUT, customer) < share.tenThousandths();
    }

    /** Whether it sends customers messages, and only such as they must get. */
    private static boolean isTransactional(Journey journey) {
        List<Step.Send> messages = journey.allSends().stream()
                .filter(send -> send.channel().reachesCustomer())
                .toList();
        return !messages.isEmpty()
                && messages.stream().allMatch(send -> send.group().equals(Step.TRANSACTIONAL));
    }
}
