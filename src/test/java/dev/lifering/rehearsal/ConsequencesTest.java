package dev.lifering.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.accountpolicy.ProposedPolicy;
import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.rehearsal.AffectedUsers.Grace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which changes of a policy concern anybody, and what is then asked of the database. What that finds: PolicyRehearsalTest. */
class ConsequencesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(90));
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final TotpParameters USUAL = new TotpParameters(TotpAlgorithm.SHA1, 6, Duration.ofSeconds(30));
    private static final TotpParameters LONGER = new TotpParameters(TotpAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    private static final Policy PLAIN = policy(5, false, 10, USUAL, Duration.ofDays(14));

    @Test
    void noChangeConcernsNobody() {
        assertEquals(Set.of(), concerned(PLAIN, PLAIN));
    }

    @Test
    void whereNothingIsDemandedAGracePeriodConcernsNobody() {
        assertEquals(Set.of(), concerned(PLAIN, demanding(false, NOW, MONTH)));
    }

    @Test
    void demandingASecondFactorConcernsThoseWithoutNowAndLater() {
        Policy demanding = demanding(true, NOW, WEEK);
        var consequences = consequences(PLAIN, demanding);
        assertEquals(Set.of("mustEnrolAtOnce", "mustEnrolLater"), concerned(PLAIN, demanding));
        Grace grace = new Grace(NOW, WEEK);
        assertEquals(Optional.of(AffectedUsers.lockedOut(grace, NOW)), consequences.mustEnrolAtOnce());
        assertEquals(Optional.of(AffectedUsers.inGrace(grace, NOW)), consequences.mustEnrolLater());
    }

    @Test
    void aShorterGracePeriodConcernsThoseAloneForWhomItIsAnother() {
        var before = new Grace(LONG_AGO, MONTH);
        var after = new Grace(LONG_AGO, WEEK);
        var consequences = consequences(demanding(true, LONG_AGO, MONTH), demanding(true, LONG_AGO, WEEK));
        assertEquals(
                Optional.of(AffectedUsers.lockedOut(after, NOW).butNotLockedOut(before, NOW)),
                consequences.mustEnrolAtOnce());
        assertEquals(
                Optional.of(AffectedUsers.inGrace(after, NOW).butNotWith(before, after)),
                consequences.mustEnrolLater());
    }

    @Test
    void demandingItNoLongerConcernsThoseWithout() {
        var consequences = consequences(demanding(true, LONG_AGO, WEEK), PLAIN);
        assertEquals(Set.of("needNotEnrol"), concerned(demanding(true, LONG_AGO, WEEK), PLAIN));
        assertEquals(Optional.of(AffectedUsers.lacking()), consequences.needNotEnrol());
    }

    @Test
    void fewerAuthenticatorsConcernThoseWithMoreAndMoreConcernNobody() {
        Policy fewer = policy(2, false, 10, USUAL, Duration.ofDays(14));
        assertEquals(Set.of("overAuthenticatorLimit"), concerned(PLAIN, fewer));
        assertEquals(Set.of(), concerned(fewer, PLAIN));
        assertEquals(
                Optional.of(AffectedUsers.withMoreAuthenticatorsThan(2)),
                consequences(PLAIN, fewer).overAuthenticatorLimit());
    }

    @Test
    void otherCodesOfAppsConcernThoseWhoseAppsStayAsTheyAre() {
        Policy other = policy(5, false, 10, LONGER, Duration.ofDays(14));
        assertEquals(Set.of("keepOtherTotpParameters"), concerned(PLAIN, other));
        assertEquals(
                Optional.of(AffectedUsers.withAuthenticatorsOtherThan("SHA256", 8, Duration.ofSeconds(60))),
                consequences(PLAIN, other).keepOtherTotpParameters());
    }

    @Test
    void anotherNumberOfBackupCodesConcernsThoseWhoKeepTheirs() {
        Policy other = policy(5, false, 16, USUAL, Duration.ofDays(14));
        assertEquals(Set.of("keepOtherBackupCodeCount"), concerned(PLAIN, other));
        assertEquals(
                Optional.of(AffectedUsers.withSetsOfAnotherSizeThan(16)),
                consequences(PLAIN, other).keepOtherBackupCodeCount());
    }

    @Test
    void e4_demandingProofConcernsThoseWhoHaveYetToAcknowledge() {
        Policy strict = policy(5, true, 10, USUAL, Duration.ofDays(14));
        assertEquals(Set.of("mustProveAcknowledgement"), concerned(PLAIN, strict));
        assertEquals(Set.of(), concerned(strict, PLAIN));
        assertEquals(
                Optional.of(AffectedUsers.withSetsToAcknowledge(NOW)),
                consequences(PLAIN, strict).mustProveAcknowledgement());
    }

    @Test
    void aShorterTrustConcernsTheDevicesProvedInBetween() {
        Policy shorter = policy(5, false, 10, USUAL, WEEK);
        assertEquals(Set.of("loseTrustedDevices"), concerned(PLAIN, shorter));
        assertEquals(Set.of(), concerned(shorter, PLAIN));
        assertEquals(
                Optional.of(
                        AffectedUsers.withDevicesProvedBetween(NOW.minus(Duration.ofDays(14)), NOW.minus(WEEK), NOW)),
                consequences(PLAIN, shorter).loseTrustedDevices());
    }

    /** PostgreSQL refuses a statement whose values do not fit its places, but not one whose values are mixed up. */
    @Test
    void theValuesOfAConditionStandInItsOrder() {
        var before = new Grace(LONG_AGO, MONTH);
        var after = new Grace(NOW, WEEK);
        Object longAgo = LONG_AGO.atOffset(ZoneOffset.UTC);
        Object now = NOW.atOffset(ZoneOffset.UTC);
        double month = MONTH.toSeconds();
        double week = WEEK.toSeconds();
        assertValues(AffectedUsers.lockedOut(after, NOW), now, week, now, week, now);
        assertValues(AffectedUsers.inGrace(after, NOW), now, week, now, week, now);
        assertValues(
                AffectedUsers.lockedOut(after, NOW).butNotLockedOut(before, NOW),
                List.of(now, week, now, week, now, longAgo, month, now).toArray());
        assertValues(
                AffectedUsers.inGrace(after, NOW).butNotWith(before, after),
                List.of(now, week, now, week, now, longAgo, month, now, week).toArray());
        assertValues(AffectedUsers.lacking());
        assertValues(AffectedUsers.all());
        assertValues(AffectedUsers.withMoreAuthenticatorsThan(3), 3);
        assertValues(AffectedUsers.withAuthenticatorsOtherThan("SHA1", 6, Duration.ofSeconds(30)), "SHA1", 6, 30);
        assertValues(AffectedUsers.withSetsOfAnotherSizeThan(12), 12);
        assertValues(AffectedUsers.withSetsToAcknowledge(NOW), now);
        assertValues(AffectedUsers.withDevicesProvedBetween(LONG_AGO, NOW, NOW), longAgo, now, now);
    }

    private static void assertValues(AffectedUsers users, Object... values) {
        assertEquals(List.of(values), users.values());
        String all = users.enrolBy() + users.from() + users.condition();
        assertEquals(values.length, all.chars().filter(c -> c == '?').count(), all);
        assertTrue(users.condition().length() > 0, "a condition");
    }

    /** The names of those that concern anybody. */
    private static Set<String> concerned(Policy before, Policy after) {
        Consequences consequences = consequences(before, after);
        var names = new TreeSet<String>();
        consequences.mustEnrolAtOnce().ifPresent(users -> names.add("mustEnrolAtOnce"));
        consequences.mustEnrolLater().ifPresent(users -> names.add("mustEnrolLater"));
        consequences.needNotEnrol().ifPresent(users -> names.add("needNotEnrol"));
        consequences.overAuthenticatorLimit().ifPresent(users -> names.add("overAuthenticatorLimit"));
        consequences.keepOtherTotpParameters().ifPresent(users -> names.add("keepOtherTotpParameters"));
        consequences.keepOtherBackupCodeCount().ifPresent(users -> names.add("keepOtherBackupCodeCount"));
        consequences.mustProveAcknowledgement().ifPresent(users -> names.add("mustProveAcknowledgement"));
        consequences.loseTrustedDevices().ifPresent(users -> names.add("loseTrustedDevices"));
        return names;
    }

    private static Consequences consequences(Policy before, Policy after) {
        return new Consequences(new ProposedPolicy("acme", before, after, NOW));
    }

    private static Policy policy(int apps, boolean proof, int codes, TotpParameters totp, Duration trust) {
        return new Policy(false, Instant.EPOCH, WEEK, apps, proof, codes, totp, 1, Duration.ofMinutes(5), trust);
    }

    private static Policy demanding(boolean mandatory, Instant since, Duration grace) {
        return new Policy(mandatory, since, grace, 5, false, 10, USUAL, 1, Duration.ofMinutes(5), Duration.ofDays(14));
    }
}
