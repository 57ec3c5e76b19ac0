package dev.lifering.selfservice;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.factor.Method;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.factor.totp.Authenticator;
import dev.lifering.factor.totp.Authenticators;
import dev.lifering.mail.Letter;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.trusteddevice.TrustedDevices;
import dev.lifering.verification.CodeCheck;
import dev.lifering.verification.SubmittedCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renames and removes authenticators; each change needs a fresh second factor (rule E5). */
@ApplicationScoped
class AuthenticatorService {
    private final Standings standings;
    private final CodeCheck codes;
    private final Authenticators authenticators;
    private final BackupCodeSets backupCodes;
    private final TrustedDevices devices;
    private final Changes changes;
    private final InstantSource clock;

    AuthenticatorService(
            Standings standings,
            CodeCheck codes,
            Authenticators authenticators,
            BackupCodeSets backupCodes,
            TrustedDevices devices,
            Changes changes,
            InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.authenticators = authenticators;
        this.backupCodes = backupCodes;
        this.devices = devices;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    Result<Authenticator> rename(Person person, UUID id, RenameRequest request) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        authenticators.one(person, id);
        return codes.stepUp(standing, request.code(), now).then(proof -> {
            Authenticator renamed = authenticators.rename(person, id, request.label());
            changes.record(person, Deed.AUTHENTICATOR_RENAMED, id.toString(), now);
            changes.tell(person, new Letter.AuthenticatorRenamed(renamed.label()), now);
            return Result.done(renamed);
        });
    }

    /** Rule E6: without the last one only backup codes are left, and without those it may not go. */
    @Transactional
    Result<Status> remove(Person person, UUID id, @Nullable String code) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        Authenticator removed = authenticators.one(person, id);
        boolean last = authenticators.count(person) == 1;
        if (last && code != null) {
            refuseLockOut(person, code);
        }
        return codes.stepUp(standing, code, now).then(proof -> {
            authenticators.remove(person, id);
            // The device that is lost may be the one whose browser is trusted.
            devices.revokeAll(person, Doer.self(person), now);
            changes.record(person, Deed.AUTHENTICATOR_REMOVED, id.toString(), now);
            changes.tell(person, new Letter.AuthenticatorRemoved(removed.label()), now);
            if (last) {
                standing.become(Status.BACKUP_CODES_ONLY, now);
            }
            return Result.done(standing.status());
        });
    }

    private void refuseLockOut(Person person, String code) {
        boolean spendsOne = SubmittedCode.of(code, null).method() == Method.BACKUP_CODE;
        int left = backupCodes.left(person).map(BackupCodes::remaining).orElse(0);
        if (left - (spendsOne ? 1 : 0) <= 0) {
            throw ProblemType.LAST_FACTOR.because("No backup code would be left. Make new ones first.");
        }
    }
}
