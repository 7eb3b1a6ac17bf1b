package dev.sendero.faults;

import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Reaction;
import dev.sendero.faults.provider.Target;
import dev.sendero.faults.result.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Providers that misbehave for a while, in the middle of a load. */
final class ProviderFault implements Fault {

    /** A mail is tried again after a minute and after three more, and Twilio is asked about a doubt after one. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** What is done about a call; asked by many threads. */
    @FunctionalInterface
    interface Misbehaviour {
        Reaction towards(Target target, Behaviour.Call call);
    }

    private final String name;
    private final String summary;
    private final Set<Target> targets;
    private final Duration lasting;
    private final Misbehaviour misbehaviour;
    private final Map<String, String> environment;

    /** @param targets those that misbehave */
    ProviderFault(String name, String summary, Set<Target> targets, Duration lasting, Misbehaviour misbehaviour) {
        this(name, summary, targets, lasting, misbehaviour, Map.of());
    }

    /** @param environment variables of Sendero's process */
    ProviderFault(
            String name,
            String summary,
            Set<Target> targets,
            Duration lasting,
            Misbehaviour misbehaviour,
            Map<String, String> environment) {
        this.name = name;
        this.summary = summary;
        this.targets = targets;
        this.lasting = lasting;
        this.misbehaviour = misbehaviour;
        this.environment = environment;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    /** A project has one system of records: with an odd seed Salesforce, with an even one HubSpot, whose trial is its own. */
    @Override
    public List<Row> run(Laboratory laboratory) throws Exception {
        long odd = laboratory.seed() | 1;
        var rows = new ArrayList<>(tried(laboratory.withSeed(odd), targets));
        if (targets.contains(Target.HUBSPOT)) {
            Laboratory beside = laboratory.withSeed(odd - 1).in("hubspot");
            tried(beside, Set.of(Target.HUBSPOT)).stream()
                    .filter(row -> row.target() == Target.HUBSPOT)
                    .forEach(rows::add);
        }
        return rows;
    }

    private List<Row> tried(Laboratory laboratory, Set<Target> misbehaving) throws Exception {
        var calls = new ConcurrentHashMap<Target, Integer>();
        var terms = UnderLoad.Terms.USUAL
                .withBrokerInside()
                .withEnvironment(environment)
                .withPatience(PATIENCE)
                .untilDoubtsAreAsked();
        var load = new UnderLoad(name, summary, terms, stage -> strike(stage, misbehaving, calls));
        // Each call that was treated so may leave one doubt, and no other call any.
        return load.run(laboratory).stream()
                .map(row -> row.withMostInDoubt(calls.getOrDefault(row.target(), 0)))
                .toList();
    }

    private void strike(Stage stage, Set<Target> misbehaving, Map<Target, Integer> calls) throws InterruptedException {
        stage.providers().stream()
                .filter(provider -> misbehaving.contains(provider.target()))
                .forEach(provider -> misbehave(provider, calls));
        Thread.sleep(lasting.toMillis());
        stage.healProviders();
    }

    private void misbehave(Provider provider, Map<Target, Integer> calls) {
        Target target = provider.target();
        provider.behave(call -> {
            calls.merge(target, 1, Integer::sum);
            return misbehaviour.towards(target, call);
        });
    }
}
