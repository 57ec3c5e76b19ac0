package dev.lifering.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.net.http.HttpClient;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** Clock and randomness are injected, so that tests can move the one and nobody can guess the other. */
class TimeAndChanceTest {
    private static final DescribedPredicate<JavaCall<?>> READS_A_CLOCK = DescribedPredicate.describe(
            "that reads a clock of its own",
            call -> isCall(call, Temporal.class, "now")
                    || isCall(call, System.class, "currentTimeMillis")
                    || isCall(call, System.class, "nanoTime"));

    private static final DescribedPredicate<JavaCall<?>> MAKES_A_CLOCK = DescribedPredicate.describe(
            "that makes a clock",
            call -> call.getName().startsWith("system") && call.getTargetOwner().isAssignableTo(InstantSource.class));

    private static final DescribedPredicate<JavaCall<?>> DRAWS_POORLY = DescribedPredicate.describe(
            "that can be guessed",
            call -> isCall(call, Math.class, "random")
                    || call.getTargetOwner().isEquivalentTo(ThreadLocalRandom.class)
                    || call.getTargetOwner().isEquivalentTo(Random.class)
                            && call.getName().equals("<init>"));

    /** They would be made while a native image is built, and be the same in every copy of it. */
    private static final List<Class<?>> NEVER_STATIC = List.of(
            Random.class,
            Thread.class,
            Executor.class,
            HttpClient.class,
            Key.class,
            InstantSource.class,
            Clock.class,
            Config.class);

    @Test
    void nobodyReadsAClockOfItsOwn() {
        noClasses().should().callCodeUnitWhere(READS_A_CLOCK).check(Code.MAIN);
    }

    @Test
    void clockAndRandomnessAreMadeInRuntimeOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lifering.runtime")
                .should()
                .callCodeUnitWhere(MAKES_A_CLOCK)
                .orShould()
                .callConstructor(SecureRandom.class)
                .check(Code.MAIN);
    }

    @Test
    void nobodyDrawsWhatCanBeGuessed() {
        noClasses().should().callCodeUnitWhere(DRAWS_POORLY).check(Code.MAIN);
    }

    @Test
    void nothingOfThisRunIsStatic() {
        noFields()
                .that()
                .haveModifier(JavaModifier.STATIC)
                .should(ArchCondition.from(DescribedPredicate.<JavaField>describe(
                        "hold something that belongs to one run",
                        field -> NEVER_STATIC.stream().anyMatch(field.getRawType()::isAssignableTo))))
                .check(Code.MAIN);
    }

    private static boolean isCall(JavaCall<?> call, Class<?> owner, String name) {
        return call.getName().equals(name) && call.getTargetOwner().isAssignableTo(owner);
    }
}
