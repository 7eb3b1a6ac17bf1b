package dev.sendero.cli.explain;

import java.util.List;

/** What a run waits for, in words. */
final class RestWords {

    private RestWords() {}

    /**
     * For the time to pass.
     *
     * @param step where it rests; empty where that is not known
     * @param until when it goes on; empty where that is not known
     */
    static String delay(String step, String until) {
        return "waits" + at(step) + (until.isEmpty() ? "" : " until " + until);
    }

    /**
     * For something to happen.
     *
     * @param arms what it waits for
     * @param until when it goes on at the latest; empty for never
     */
    static String wait(String step, List<String> arms, String until) {
        return "waits" + at(step) + " for " + (arms.isEmpty() ? "the time to pass" : String.join(" or ", arms))
                + (until.isEmpty() ? "" : ", until " + until + " at the latest");
    }

    private static String at(String step) {
        return step.isEmpty() ? "" : " at '" + step + "'";
    }
}
