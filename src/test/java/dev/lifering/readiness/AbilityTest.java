package dev.lifering.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Status;
import dev.lifering.readiness.Ability.Codes;
import dev.lifering.readiness.Risk.Circumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rule S1, who is able, as a table over everything that can be true of an administrator. */
class AbilityTest {
    private static final Instant LATER = Instant.parse("2026-01-15T15:00:00Z");

    private static final List<Lockout> LOCKOUTS =
            List.of(Lockout.NONE, new Lockout(5, LATER), new Lockout(99, LATER), new Lockout(100, LATER));

    private static final List<Codes> CODES =
            List.of(Codes.NONE, new Codes(true, 0), new Codes(true, 1), new Codes(true, 3), new Codes(true, 4));

    @Test
    void s1_ableIsWhoIsAnActiveAdministratorAndCanPass2faNow() {
        var wrong = new ArrayList<Ability>();
        everyAbility(ability -> {
            boolean elsewhere = ability.person().secondFactorManagedElsewhere();
            boolean somethingToProve =
                    ability.authenticators() > 0 || ability.codes().unspent() > 0;
            boolean own = Set.of(Status.ENABLED, Status.BACKUP_CODES_ONLY).contains(ability.status())
                    && ability.lockout().failures() < 100
                    && somethingToProve;
            boolean expected = ability.person().admin() && ability.person().active() && (elsewhere || own);
            if (ability.isAble() != expected) {
                wrong.add(ability);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void s1_aLockThatEndsByItselfDoesNotCount() {
        assertEquals(
                true,
                ability(Status.ENABLED, new Lockout(99, LATER), 1, Codes.NONE).isAble());
        assertEquals(
                false,
                ability(Status.ENABLED, new Lockout(100, LATER), 1, Codes.NONE).isAble());
    }

    @Test
    void everyRiskHasItsReason() {
        var wrong = new ArrayList<Ability>();
        everyAbility(ability -> {
            Set<Risk> risks = Risk.of(ability, new Circumstances(true, false));
            boolean own = !ability.person().secondFactorManagedElsewhere();
            boolean enrolled = own && ability.status() != Status.NOT_ENROLLED;
            boolean acknowledged = ability.codes().acknowledged();
            boolean agrees = risks.contains(Risk.ONLY_ABLE_ADMINISTRATOR) == ability.isAble()
                    && risks.contains(Risk.NOT_ENROLLED) == (own && !enrolled)
                    && risks.contains(Risk.BLOCKED)
                            == (enrolled && ability.lockout().failures() >= 100)
                    && risks.contains(Risk.BACKUP_CODES_ONLY) == (own && ability.status() == Status.BACKUP_CODES_ONLY)
                    && risks.contains(Risk.FEW_BACKUP_CODES)
                            == (enrolled && acknowledged && ability.codes().unspent() <= 3)
                    && risks.contains(Risk.CODES_NOT_ACKNOWLEDGED) == (enrolled && !acknowledged);
            if (!agrees) {
                wrong.add(ability);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void whereSeveralAreAbleNobodyIsTheOnlyOne() {
        Ability able = ability(Status.ENABLED, Lockout.NONE, 1, new Codes(true, 10));
        assertEquals(Set.of(), Risk.of(able, new Circumstances(false, false)));
        assertEquals(Set.of(Risk.ONLY_ABLE_ADMINISTRATOR), Risk.of(able, new Circumstances(true, false)));
        assertEquals(
                Set.of(Risk.ONLY_ABLE_ADMINISTRATOR, Risk.MAIL_FAILED), Risk.of(able, new Circumstances(true, true)));
    }

    @Test
    void readinessGoesByHowManyAreAble() {
        assertEquals(Readiness.NO_ABLE_ADMINISTRATOR, Readiness.of(0));
        assertEquals(Readiness.ONE_ABLE_ADMINISTRATOR, Readiness.of(1));
        assertEquals(Readiness.READY, Readiness.of(2));
        assertEquals(Readiness.READY, Readiness.of(7));
    }

    private static void everyAbility(Consumer<Ability> look) {
        for (int flags = 0; flags < 8; flags++) {
            Person person = person((flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
            for (Status status : Status.values()) {
                for (Lockout lockout : LOCKOUTS) {
                    for (long authenticators = 0; authenticators < 3; authenticators++) {
                        for (Codes codes : CODES) {
                            look.accept(new Ability(person, status, lockout, authenticators, codes));
                        }
                    }
                }
            }
        }
    }

    private static Ability ability(Status status, Lockout lockout, long authenticators, Codes codes) {
        return new Ability(person(true, true, false), status, lockout, authenticators, codes);
    }

    private static Person person(boolean admin, boolean active, boolean elsewhere) {
        return new Person("ada", "acme", new UUID(0, 1), null, null, null, admin, active, elsewhere);
    }
}
