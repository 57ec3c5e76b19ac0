package dev.lifering.recovery.reset;

import dev.lifering.audit.Doer;
import dev.lifering.crypto.Ids;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.trusteddevice.TrustedDevices;
import dev.lifering.work.Agenda;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Takes a second factor out of use so that it can come back (rules R6, R8). */
@ApplicationScoped
class Resets {
    /** Rule R8: how long a reset can be undone, 72 hours. */
    static final Duration UNDO = Duration.ofDays(3);

    private final ResetRows rows;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final TrustedDevices devices;
    private final Agenda agenda;
    private final Ids ids;
    private final SecureRandom random;

    Resets(
            ResetRows rows,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            TrustedDevices devices,
            Agenda agenda,
            Ids ids,
            SecureRandom random) {
        this.rows = rows;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.devices = devices;
        this.agenda = agenda;
        this.ids = ids;
        this.random = random;
    }

    /** What undoes a reset: known to the user's mailbox only. */
    record Undo(OneTimeToken token, Instant until) {}

    /** Disables the authenticators, revokes the backup codes and trusts no device; what was locked is free again. */
    Undo reset(Standing standing, UUID link, Instant now) {
        Person person = standing.person();
        OneTimeToken token = OneTimeToken.draw(random);
        var reset = new ResetEntity();
        reset.id = ids.next();
        reset.userId = person.id();
        reset.linkId = link;
        reset.repudiationHash = token.hash();
        reset.resetAt = now;
        reset.undoUntil = now.plus(UNDO);
        rows.persistAndFlush(reset);
        authenticators.disable(person, reset.id);
        backupCodes.revokeAndKeep(person, reset.id, now);
        devices.revokeAll(person, Doer.self(person), now);
        standing.become(Status.BACKUP_CODES_ONLY, now);
        standing.forgive();
        agenda.add(ResetErasure.NAME, reset.id, reset.undoUntil);
        return new Undo(token, reset.undoUntil);
    }

    /** Brings back what the reset has disabled; what was bound or issued since is dead. */
    void undo(Standing standing, ResetEntity reset, Instant now) {
        Person person = standing.person();
        int restored = authenticators.restore(person, reset.id);
        backupCodes.restore(person, reset.id, now);
        devices.revokeAll(person, Doer.self(person), now);
        standing.become(restored > 0 ? Status.ENABLED : Status.BACKUP_CODES_ONLY, now);
        standing.forgive();
        // A later reset has disabled what does not count any more.
        rows.after(reset).forEach(later -> erase(later, now));
    }

    /** Makes the reset final and erases what it has disabled, unless it ended before. */
    void erase(UUID reset, Instant now) {
        if (rows.makeFinal(reset, now)) {
            authenticators.erase(reset);
            backupCodes.erase(reset);
        }
    }
}
