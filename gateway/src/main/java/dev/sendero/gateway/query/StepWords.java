package dev.sendero.gateway.query;

import dev.sendero.api.message.Content;
import dev.sendero.gateway.query.JourneyGraph.Kind;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the boxes of a graph say. */
final class StepWords {

    private static final Pattern TAG = Pattern.compile("\\{%.*?%}", Pattern.DOTALL);
    private static final Pattern OUTPUT =
            Pattern.compile("\\{\\{-?\\s*(?:[\\w\\[\\]\"']+\\.)*([\\w\\[\\]\"']+)[^}]*}}");

    private StepWords() {}

    static Kind kind(Step step) {
        if (step instanceof Step.Send send) {
            return switch (send.channel()) {
                case EMAIL -> Kind.EMAIL;
                case SMS -> Kind.SMS;
                case PUSH -> Kind.PUSH;
                case SLACK -> Kind.SLACK;
                case CRM -> Kind.CRM;
                case WEBHOOK -> Kind.WEBHOOK;
            };
        } else if (step instanceof Step.FirstReachable) {
            return Kind.FIRST_REACHABLE;
        } else if (step instanceof Step.Start) {
            return Kind.START;
        } else if (step instanceof Step.Delay) {
            return Kind.DELAY;
        } else if (step instanceof Step.WaitUntil) {
            return Kind.WAIT_UNTIL;
        } else if (step instanceof Step.Branch) {
            return Kind.BRANCH;
        } else if (step instanceof Step.RandomSplit) {
            return Kind.RANDOM_SPLIT;
        } else if (step instanceof Step.Set) {
            return Kind.SET;
        }
        return Kind.EXIT;
    }

    static String title(Step step) {
        if (step instanceof Step.Send send) {
            return isNamed(step) ? spoken(step.id().value()) : send.channel().title();
        } else if (step instanceof Step.Delay delay) {
            return "Wait " + length(delay.length());
        } else if (step instanceof Step.WaitUntil wait) {
            return isNamed(step) ? spoken(step.id().value()) : "Wait for " + names(wait);
        } else if (step instanceof Step.Branch) {
            return isNamed(step) ? spoken(step.id().value()) : "Branch";
        } else if (step instanceof Step.RandomSplit) {
            return isNamed(step) ? spoken(step.id().value()) : "Random split";
        } else if (step instanceof Step.Set set) {
            return "Set " + String.join(", ", set.traits().keySet());
        } else if (step instanceof Step.FirstReachable reachable) {
            return isNamed(step) ? spoken(step.id().value()) : channels(reachable);
        } else if (step instanceof Step.Start start) {
            return "Start " + spoken(start.journey().value());
        } else if (step instanceof Step.Exit exit) {
            return exit.reason().isEmpty() ? "Exit" : "Exit: " + exit.reason();
        }
        return step.id().value();
    }

    static String detail(Step step) {
        if (step instanceof Step.Send send) {
            return said(send.content());
        } else if (step instanceof Step.FirstReachable reachable) {
            return isNamed(step)
                    ? channels(reachable)
                    : said(reachable.messages().get(0).content());
        } else if (step instanceof Step.WaitUntil wait) {
            return isNamed(step) ? "Wait for " + names(wait) : "";
        } else if (step instanceof Step.Set set) {
            return set.traits().values().stream().map(value -> value.source()).collect(Collectors.joining(", "));
        }
        return "";
    }

    static String title(Trigger trigger) {
        if (trigger instanceof Trigger.Inactive inactive) {
            return "Inactive for " + words(inactive.lasting());
        }
        if (trigger instanceof Trigger.Cep cep) {
            return stage(cep.stages().get(0));
        }
        if (trigger instanceof Trigger.Segment segment) {
            return (segment.change() == Trigger.Segment.Change.ENTERED ? "Enters " : "Leaves ") + segment.segment();
        }
        if (trigger instanceof Trigger.ByCalendar calendar) {
            return CalendarWords.title(calendar);
        }
        var sequence = (Trigger.Sequence) trigger;
        return item(sequence.items().get(0));
    }

    static String detail(Trigger trigger) {
        if (trigger instanceof Trigger.Inactive inactive) {
            return inactive.events().isEmpty() ? "no event at all" : "no " + events(inactive.events());
        }
        if (trigger instanceof Trigger.Cep cep) {
            List<CepStage> stages = cep.stages();
            return stages.subList(1, stages.size()).stream()
                    .map(stage -> "then " + stage(stage))
                    .collect(Collectors.joining(", "));
        }
        if (trigger instanceof Trigger.Segment segment) {
            return segment.existing() ? "and who is in it when the journey begins" : "";
        }
        if (trigger instanceof Trigger.ByCalendar calendar) {
            return CalendarWords.detail(calendar);
        }
        var sequence = (Trigger.Sequence) trigger;
        List<SequenceItem> items = sequence.items();
        return items.subList(1, items.size()).stream()
                .map(item -> "then " + item(item))
                .collect(Collectors.joining(", "));
    }

    private static String item(SequenceItem item) {
        if (item instanceof SequenceItem.Absence absence) {
            return "no " + events(absence.noneOf()) + " for " + words(absence.lasting());
        }
        var occurrence = (SequenceItem.Occurrence) item;
        String times = occurrence.times() == 1 ? "" : " × " + occurrence.times();
        return events(occurrence.anyOf()) + times;
    }

    private static String stage(CepStage stage) {
        if (stage instanceof CepStage.Negation negation) {
            return "no " + events(negation.noneOf());
        }
        if (stage instanceof CepStage.Group group) {
            String stages = group.stages().stream().map(StepWords::stage).collect(Collectors.joining(", "));
            return "(" + stages + ")" + times(group.repetition());
        }
        var occurrence = (CepStage.Occurrence) stage;
        return events(occurrence.anyOf()) + times(occurrence.repetition());
    }

    private static String times(Repetition repetition) {
        String often = repetition.isUnbounded() ? repetition.from() + " or more" : String.valueOf(repetition.to());
        String times = repetition.isRepeated() ? " × " + often : "";
        return repetition.optional() ? times + " if any" : times;
    }

    private static String events(List<EventMatch> matches) {
        return matches.stream().map(EventMatch::event).distinct().collect(Collectors.joining(" or "));
    }

    private static String names(Step.WaitUntil wait) {
        return wait.arms().stream().map(Step.WaitUntil.Arm::name).collect(Collectors.joining(" or "));
    }

    private static String channels(Step.FirstReachable reachable) {
        return reachable.messages().stream()
                .map(message -> message.channel().title())
                .collect(Collectors.joining(", else "));
    }

    private static String said(Content content) {
        if (content instanceof Content.Email email) {
            return withoutLiquid(email.subject());
        } else if (content instanceof Content.Sms sms) {
            return withoutLiquid(sms.text());
        } else if (content instanceof Content.Slack slack) {
            return slack.to() + ": " + withoutLiquid(slack.text());
        }
        if (content instanceof Content.Push push) {
            return withoutLiquid(push.title().isEmpty() ? push.text() : push.title());
        } else if (content instanceof Content.Crm crm) {
            return crm.object() + ": " + withoutLiquid(crm.set());
        }
        return ((Content.Webhook) content).to();
    }

    /** With {@code {{ profile.traits.first_name }}} as {@code ‹first_name›}, and without tags. */
    private static String withoutLiquid(String source) {
        String withoutTags = TAG.matcher(source).replaceAll("");
        return OUTPUT.matcher(withoutTags).replaceAll("‹$1›").strip();
    }

    private static String length(DelayLength length) {
        if (length instanceof DelayLength.Fixed fixed) {
            return words(fixed.length());
        }
        return length instanceof DelayLength.UntilTimeOfDay timeOfDay
                ? "until " + timeOfDay.time()
                : "until " + ((DelayLength.UntilTime) length).time().source();
    }

    /** Ids that are made from a position begin with a digit. */
    private static boolean isNamed(Step step) {
        return !Character.isDigit(step.id().value().charAt(0));
    }

    /** {@code came-back} as people say it: {@code Came back}. */
    private static String spoken(String id) {
        String words = id.replace('-', ' ').replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** In the largest unit that leaves no rest: {@code 90 minutes}, {@code 1 day}. */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        } else if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        } else if (seconds % 60 == 0) {
            return counted(seconds / 60, "minute");
        }
        return counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
