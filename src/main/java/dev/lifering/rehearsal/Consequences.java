package dev.lifering.rehearsal;

import dev.lifering.accountpolicy.Policy;
import dev.lifering.accountpolicy.ProposedPolicy;
import dev.lifering.rehearsal.AffectedUsers.Grace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whom a change concerns in which way; empty where it cannot concern anybody. */
final class Consequences {
    private final Policy before;
    private final Policy after;
    private final Instant now;

    Consequences(ProposedPolicy change) {
        this.before = change.before();
        this.after = change.after();
        this.now = change.at();
    }

    Optional<AffectedUsers> mustEnrolAtOnce() {
        if (!after.secondFactorMandatory()) {
            return Optional.empty();
        }
        AffectedUsers lockedOut = AffectedUsers.lockedOut(grace(after), now);
        return Optional.of(before.secondFactorMandatory() ? lockedOut.butNotLockedOut(grace(before), now) : lockedOut);
    }

    Optional<AffectedUsers> mustEnrolLater() {
        if (!after.secondFactorMandatory()) {
            return Optional.empty();
        }
        AffectedUsers inGrace = AffectedUsers.inGrace(grace(after), now);
        return Optional.of(before.secondFactorMandatory() ? inGrace.butNotWith(grace(before), grace(after)) : inGrace);
    }

    Optional<AffectedUsers> needNotEnrol() {
        boolean isDropped = before.secondFactorMandatory() && !after.secondFactorMandatory();
        return when(isDropped, AffectedUsers.lacking());
    }

    Optional<AffectedUsers> overAuthenticatorLimit() {
        boolean isLower = after.maxAuthenticators() < before.maxAuthenticators();
        return when(isLower, AffectedUsers.withMoreAuthenticatorsThan(after.maxAuthenticators()));
    }

    Optional<AffectedUsers> keepOtherTotpParameters() {
        return when(
                !after.totp().equals(before.totp()),
                AffectedUsers.withAuthenticatorsOtherThan(
                        after.totp().algorithm().name(),
                        after.totp().digits(),
                        after.totp().period()));
    }

    Optional<AffectedUsers> keepOtherBackupCodeCount() {
        return when(
                after.backupCodes() != before.backupCodes(),
                AffectedUsers.withSetsOfAnotherSizeThan(after.backupCodes()));
    }

    Optional<AffectedUsers> mustProveAcknowledgement() {
        boolean isNew = after.acknowledgementProof() && !before.acknowledgementProof();
        return when(isNew, AffectedUsers.withSetsToAcknowledge(now));
    }

    /** A time that is shorter holds for devices that are trusted already; a longer one does not. */
    Optional<AffectedUsers> loseTrustedDevices() {
        Duration longer = before.trustedDeviceLifetime();
        Duration shorter = after.trustedDeviceLifetime();
        return when(
                shorter.compareTo(longer) < 0,
                AffectedUsers.withDevicesProvedBetween(now.minus(longer), now.minus(shorter), now));
    }

    private static Optional<AffectedUsers> when(boolean concerns, AffectedUsers users) {
        return concerns ? Optional.of(users) : Optional.empty();
    }

    private static Grace grace(Policy policy) {
        return new Grace(policy.demandedSince(), policy.gracePeriod());
    }
}
