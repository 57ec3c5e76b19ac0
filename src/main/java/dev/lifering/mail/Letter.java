package dev.lifering.mail;

import dev.lifering.crypto.OneTimeToken;
import java.time.Instant;
import java.util.Locale;

/** What there is to tell somebody. How it reads, in which language, is the business of this package alone. */
public sealed interface Letter {

    /** What kind it is, in snake_case, for the record and for metrics. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The one thing that the mailbox alone may see: the link that begins a recovery (rules R1, R3). */
    record RecoveryLink(OneTimeToken token, Instant expiresAt) implements Letter {}

    /** To administrators: somebody of their account asks for a recovery link (rule R10). */
    record RecoveryRequested(String who) implements Letter {}

    record SecondFactorEnabled() implements Letter {}

    record SecondFactorSwitchedOff() implements Letter {}

    record AuthenticatorAdded(String label) implements Letter {}

    record AuthenticatorRenamed(String label) implements Letter {}

    record AuthenticatorRemoved(String label) implements Letter {}

    /** A new set of backup codes took the place of the one before. */
    record BackupCodesReplaced(String setLabel) implements Letter {}

    /** A backup code was used; with few left it also asks for new ones (rule B5). */
    record BackupCodeUsed(String setLabel, int remaining) implements Letter {}

    /** Too many wrong codes; {@code blocked} when only recovery ends it. */
    record LockedOut(Instant until, boolean blocked) implements Letter {}

    /** A device was trusted: until then it needs no code. */
    record DeviceTrusted(String label, Instant until) implements Letter {}

    /** The token of a trusted device came a second time, so the device is not trusted any more. */
    record DeviceReplayed(String label) implements Letter {}

    /** To the user: his second factor was reset, and how to undo it (rules R6, R8). */
    record SecondFactorReset(OneTimeToken repudiation, Instant undoUntil) implements Letter {}

    /** To administrators: the second factor of somebody of their account was reset. */
    record OthersSecondFactorReset(String who) implements Letter {}

    /** To the user: the reset was undone. */
    record ResetUndone() implements Letter {}

    /** To administrators: the reset of somebody of their account was undone, so somebody else may have his password. */
    record OthersResetUndone(String who) implements Letter {}

    /** To the user and the administrators: Support opened a case to recover {@code who}. */
    record CaseOpened(String who, Cancellation cancellation) implements Letter {}

    /** The same: the case was approved, and at {@code linkAt} the recovery link is mailed. */
    record CaseApproved(String who, Instant linkAt, Cancellation cancellation) implements Letter {}

    /** The same: the case ended without a link. */
    record CaseEnded(String who, Ending how) implements Letter {}

    /** How whoever gets a notice stops a support case. */
    record Cancellation(OneTimeToken token) {}

    /** Why a support case ended. */
    enum Ending {
        /** Somebody cancelled it. */
        CANCELLED,
        /** Another administrator of the account has become able to help. */
        ADMINISTRATOR_AVAILABLE,
        /** The user has proved his second factor since, or needs no recovery any more. */
        NOT_NEEDED,
        /** Nobody approved it in time. */
        EXPIRED
    }
}
