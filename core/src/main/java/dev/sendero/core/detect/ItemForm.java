package dev.sendero.core.detect;

import java.util.List;
import java.util.TreeSet;

/**
 * One item of a trigger without what may differ between journeys that share it: its name and how long it may take.
 *
 * @param times how many events it needs; 1 for absences and silences
 * @param hasLength whether it takes a certain time, or has to come within one
 * @param wanted the events that it looks for; of a silence, empty for any
 */
record ItemForm(Kind kind, int times, boolean hasLength, List<Wanted> wanted) {

    enum Kind {
        OCCURRENCE,
        ABSENCE,
        SILENCE
    }

    /** Neither order nor repetition of the events changes what it looks for. */
    String text() {
        var texts = new TreeSet<String>();
        wanted.forEach(each -> texts.add(each.text()));
        return kind + " " + times + (hasLength ? " in time " : " ") + texts;
    }
}
