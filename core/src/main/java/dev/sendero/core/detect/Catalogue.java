package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Station;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapes by their ids and plans by the names of events. What has not changed is taken over from the one before. */
final class Catalogue {

    private final Names names;
    private final Map<JourneyVersion, CompiledVersion> versions = new LinkedHashMap<>();
    private final Map<JourneyVersion, Integer> ranks = new HashMap<>();
    private final Map<Long, Shape> shapes = new LinkedHashMap<>();
    private final List<HostedWatch> hosted = new ArrayList<>();
    private final Map<String, NamePlan> plans = new HashMap<>();
    private final NamePlan ofOtherNames;

    /** @param before the catalogue that this one replaces; null for the first */
    Catalogue(Collection<WatchedVersion> watched, DetectorFactory factory, @Nullable Catalogue before) {
        names = before == null ? new Names() : before.names.copy();
        for (WatchedVersion version : watched) {
            CompiledVersion compiled =
                    CompiledVersion.of(version, factory, before == null ? null : before.versions.get(version.name()));
            versions.put(version.name(), compiled);
            ranks.put(version.name(), version.rank());
            compiled.hosted().ifPresent(hosted::add);
        }
        Map<Long, List<Member>> membersByShape = membersByShape();
        if (before != null) {
            membersByShape.forEach((id, members) -> before.known(members).ifPresent(this::enterQuestions));
        }
        membersByShape.forEach((id, members) -> shapes.put(id, shape(members, before)));
        Map<String, List<Shape>> byName = shapesByName();
        ofOtherNames = plan("", Name.OTHER, List.of(), before == null ? null : before.ofOtherNames);
        for (String name : mentioned(byName)) {
            List<Shape> mentioning = byName.getOrDefault(name, List.of());
            plans.put(name, plan(name, names.of(name), mentioning, before == null ? null : before.plans.get(name)));
        }
    }

    private Map<Long, List<Member>> membersByShape() {
        Map<Long, List<Member>> byShape = new LinkedHashMap<>();
        for (CompiledVersion version : versions.values()) {
            version.member()
                    .ifPresent(member -> byShape.computeIfAbsent(member.form().shape(), id -> new ArrayList<>())
                            .add(member));
        }
        return byShape;
    }

    private Shape shape(List<Member> members, @Nullable Catalogue before) {
        TriggerForm form = members.get(0).form();
        Optional<Shape> known = before == null ? Optional.empty() : before.known(members);
        if (known.isPresent()) {
            return known.get();
        }
        return form.isSilence() ? new SilenceShape(form, members, names) : new SequenceShape(form, members, names);
    }

    /** The shape of exactly these members. */
    private Optional<Shape> known(List<Member> members) {
        return Optional.ofNullable(shapes.get(members.get(0).form().shape())).filter(shape -> shape.isOf(members));
    }

    /** What is taken over already has its questions; what is new is to ask the same ones. */
    private void enterQuestions(Shape shape) {
        for (int item = 0; item < shape.form().items().size(); item++) {
            shape.place(item).enterQuestions(names);
        }
    }

    private Map<String, List<Shape>> shapesByName() {
        Map<String, List<Shape>> byName = new HashMap<>();
        for (Shape shape : shapes.values()) {
            for (String name : shape.form().eventNames()) {
                byName.computeIfAbsent(name, each -> new ArrayList<>()).add(shape);
            }
        }
        return byName;
    }

    /** Receipts have plans of their own even where nobody mentions them, as they are no activity. */
    private Set<String> mentioned(Map<String, List<Shape>> byName) {
        Set<String> mentioned = new HashSet<>(Names.RECEIPTS);
        mentioned.addAll(byName.keySet());
        hosted.forEach(watch -> mentioned.addAll(watch.detector().eventNames()));
        return mentioned;
    }

    private NamePlan plan(String text, Name name, List<Shape> mentioning, @Nullable NamePlan before) {
        List<Shape> all = new ArrayList<>(mentioning);
        if (name.isActivity()) {
            shapes.values().stream()
                    .filter(shape -> shape.form().isOfAnyEvent())
                    .forEach(all::add);
        }
        List<HostedWatch> seeing =
                hosted.stream().filter(watch -> watch.sees(text, name)).toList();
        return before != null && before.isMadeOf(all, seeing) ? before : new NamePlan(name, all, seeing);
    }

    NamePlan planOf(String eventName) {
        NamePlan plan = plans.get(eventName);
        return plan == null ? ofOtherNames : plan;
    }

    Station stationOf(Partial partial) {
        Shape shape = shapes.get(partial.shape());
        return shape == null ? Station.NOWHERE : shape.place(partial.item());
    }

    /** Null for a version that is not watched by a built-in detector. */
    @Nullable
    Shape shapeOf(JourneyVersion version) {
        CompiledVersion compiled = versions.get(version);
        return compiled == null
                ? null
                : compiled.member()
                        .map(member -> shapes.get(member.form().shape()))
                        .orElse(null);
    }

    /** Names of captured items by index, as a version has them. */
    List<String> capturedNames(JourneyVersion version) {
        CompiledVersion compiled = versions.get(version);
        return compiled == null
                ? List.of()
                : compiled.member().map(member -> member.form().names()).orElse(List.of());
    }

    Map<JourneyVersion, Integer> ranks() {
        return ranks;
    }

    List<HostedWatch> hosted() {
        return hosted;
    }

    boolean hosts(JourneyVersion version) {
        CompiledVersion compiled = versions.get(version);
        return compiled != null && compiled.hosted().isPresent();
    }
}
