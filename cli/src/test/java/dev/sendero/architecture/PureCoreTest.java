package dev.sendero.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sendero.architecture.Modules.CLASSES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A decision is a function of state, input and event time: the same in the job, in a test, in a backtest and in a replay. */
class PureCoreTest {
    private static final String CORE = "dev.sendero.core..";

    /** What a state serializer needs: bytes, not files. */
    private static final Set<Class<?>> BYTES = Set.of(
            ByteArrayInputStream.class,
            ByteArrayOutputStream.class,
            DataInput.class,
            DataInputStream.class,
            DataOutput.class,
            DataOutputStream.class,
            EOFException.class,
            IOException.class,
            InputStream.class,
            OutputStream.class,
            Serializable.class,
            UncheckedIOException.class);

    @Test
    void core_reads_no_clock() {
        nothingInCoreCalls(
                ambient("a clock", "now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone"));
        nothingInCoreUses(oneOf("a clock", Set.of(Clock.class, InstantSource.class)));
    }

    @Test
    void core_draws_no_random_number() {
        nothingInCoreCalls(ambient("chance", "random", "randomUUID", "identityHashCode"));
        nothingInCoreUses(oneOf(
                "chance", Set.of(Random.class, SecureRandom.class, SplittableRandom.class, ThreadLocalRandom.class)));
    }

    @Test
    void core_does_not_depend_on_where_it_runs() {
        nothingInCoreCalls(
                ambient("the machine", "systemDefault", "getDefault", "getenv", "getProperty", "defaultCharset"));
    }

    @Test
    void core_has_no_input_and_no_output() {
        nothingInCoreUses(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql.."));
        nothingInCoreUses(resideInAPackage("java.io").and(DescribedPredicate.not(oneOf("bytes", BYTES))));
    }

    @Test
    void core_has_no_threads_no_logs_and_no_flink() {
        nothingInCoreUses(resideInAnyPackage(
                "java.util.concurrent..",
                "org.slf4j..",
                "java.util.logging..",
                "org.apache.flink..",
                "org.apache.kafka.."));
        nothingInCoreUses(oneOf("a thread", Set.of(Thread.class, ThreadLocal.class)));
    }

    private static void nothingInCoreUses(DescribedPredicate<? super JavaClass> what) {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(what)
                .check(CLASSES);
    }

    private static void nothingInCoreCalls(DescribedPredicate<? super JavaMethodCall> what) {
        noClasses().that().resideInAPackage(CORE).should().callMethodWhere(what).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> oneOf(String description, Set<Class<?>> classes) {
        return DescribedPredicate.describe(
                description, found -> classes.stream().anyMatch(found::isEquivalentTo));
    }

    /** A static method of the JDK, by name, that answers from outside its arguments. */
    private static DescribedPredicate<JavaMethodCall> ambient(String description, String... names) {
        var wanted = Set.of(names);
        return DescribedPredicate.describe(
                description,
                call -> wanted.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("java."));
    }
}
