package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.rules.expression.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a place asks of events, by their names. */
final class Questions {

    private static final Question[] NONE = {};
    private static final Question[] ALWAYS = {Question.ALWAYS};

    private final boolean any;
    private final long names;
    private final int[] ids;
    private final Question[][] byId;

    private Questions(boolean any, long names, int[] ids, Question[][] byId) {
        this.any = any;
        this.names = names;
        this.ids = ids;
        this.byId = byId;
    }

    /** @param wanted empty for any event that is something the customer did */
    static Questions of(List<Wanted> wanted, Names names) {
        List<Name> mentioned =
                wanted.stream().map(each -> names.of(each.event())).distinct().toList();
        var byId = new Question[mentioned.size()][];
        for (int index = 0; index < byId.length; index++) {
            Name name = mentioned.get(index);
            byId[index] = distinct(wanted.stream()
                    .filter(each -> names.of(each.event()).equals(name))
                    .map(each -> names.one(each.where()))
                    .toList());
        }
        long bits = mentioned.stream().mapToLong(Name::bit).reduce(0, (one, other) -> one | other);
        return new Questions(
                wanted.isEmpty(),
                wanted.isEmpty() ? Name.ALL : bits,
                mentioned.stream().mapToInt(Name::id).toArray(),
                byId);
    }

    private static Question[] distinct(List<Question> questions) {
        var distinct = new ArrayList<Question>();
        for (Question question : questions) {
            if (distinct.stream().noneMatch(other -> other == question)) {
                distinct.add(question);
            }
        }
        return distinct.toArray(Question[]::new);
    }

    long names() {
        return names;
    }

    /** Makes these the ones that stand for all equal ones. */
    void enter(Names others) {
        for (Question[] questions : byId) {
            for (Question question : questions) {
                others.one(question);
            }
        }
    }

    Question[] of(Name name) {
        if (any) {
            return name.isActivity() ? ALWAYS : NONE;
        }
        for (int index = 0; index < ids.length; index++) {
            if (ids[index] == name.id()) {
                return byId[index];
            }
        }
        return NONE;
    }

    /** Whether every event of this name fits. */
    boolean areAlwaysTrue(Name name) {
        return areAlwaysTrue(of(name));
    }

    static boolean areAlwaysTrue(Question[] questions) {
        for (Question question : questions) {
            if (question == Question.ALWAYS) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event may fit; told at a glance, and so not always as exactly as it could be. */
    boolean mayBeTrue(Name name, Event event) {
        return mayBeTrue(of(name), event);
    }

    static boolean mayBeTrue(Question[] questions, Event event) {
        for (Question question : questions) {
            if (!question.isSurelyFalse(event)) {
                return true;
            }
        }
        return false;
    }

    static Truth any(Question[] questions, Moment moment, Map<String, Object> captured) {
        Truth best = Truth.FALSE;
        for (Question question : questions) {
            Truth truth = question.ask(moment, captured);
            if (truth == Truth.TRUE) {
                return truth;
            }
            if (truth == Truth.UNKNOWN) {
                best = truth;
            }
        }
        return best;
    }
}
