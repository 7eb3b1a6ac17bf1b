package dev.sendero.cli.explain;

import dev.sendero.api.message.Channel;
import dev.sendero.core.state.Consent;
import dev.sendero.core.state.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an input changed of the profile. */
final class ProfileChanges {

    private ProfileChanges() {}

    static List<Note> between(Profile before, Profile after) {
        if (before.equals(after)) {
            return List.of();
        }
        var notes = new ArrayList<Note>();
        for (String trait : namesOf(before.traits(), after.traits())) {
            Object old = before.traits().get(trait);
            Object now = after.traits().get(trait);
            if (old == null && now != null) {
                notes.add(note(trait + " is now " + JsonText.of(now), trait, Map.of("after", now)));
            } else if (old != null && now == null) {
                notes.add(note(trait + " is gone", trait, Map.of("before", old)));
            } else if (old != null && now != null && !old.equals(now)) {
                notes.add(note(
                        trait + ": " + JsonText.of(old) + " → " + JsonText.of(now),
                        trait,
                        Map.of("before", old, "after", now)));
            }
        }
        for (String group : namesOf(before.consent(), after.consent())) {
            Consent old = before.consent().getOrDefault(group, Consent.UNSTATED);
            Consent now = after.consent().getOrDefault(group, Consent.UNSTATED);
            if (!old.equals(now)) {
                notes.add(consent(group, now));
            }
        }
        return notes;
    }

    private static Set<String> namesOf(Map<String, ?> before, Map<String, ?> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private static Note note(String text, String trait, Map<String, Object> values) {
        var details = new LinkedHashMap<String, Object>(values);
        details.put("trait", trait);
        return new Note(Note.Kind.PROFILE, "", "", "trait " + text, details);
    }

    private static Note consent(String group, Consent consent) {
        List<String> granted = namesOf(consent.granted());
        List<String> refused = namesOf(consent.refused());
        String text = "consent to " + group + ": "
                + (granted.isEmpty() ? "" : "yes by " + String.join(", ", granted))
                + (granted.isEmpty() || refused.isEmpty() ? "" : "; ")
                + (refused.isEmpty() ? "" : "no by " + String.join(", ", refused))
                + (granted.isEmpty() && refused.isEmpty() ? "nothing said" : "");
        return new Note(
                Note.Kind.PROFILE, "", "", text, Map.of("group", group, "granted", granted, "refused", refused));
    }

    private static List<String> namesOf(Set<Channel> channels) {
        return channels.stream().map(Channel::wireName).sorted().collect(Collectors.toList());
    }
}
