package dev.lifering.verification;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.backupcode.BackupCodeSets;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.trusteddevice.TrustRequest;
import dev.lifering.trusteddevice.TrustedDeviceTokenView;
import dev.lifering.trusteddevice.TrustedDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Verifies second factors at login, whatever code it is and however it ends. */
@ApplicationScoped
class VerificationService {
    private final Standings standings;
    private final CodeCheck codes;
    private final LastCode lastCode;
    private final BackupCodeSets backupCodes;
    private final TrustedDevices devices;
    private final InstantSource clock;

    VerificationService(
            Standings standings,
            CodeCheck codes,
            LastCode lastCode,
            BackupCodeSets backupCodes,
            TrustedDevices devices,
            InstantSource clock) {
        this.standings = standings;
        this.codes = codes;
        this.lastCode = lastCode;
        this.backupCodes = backupCodes;
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * Checks the code and spends it.
     *
     * <p>Refusals: {@code user-inactive}, {@code not-enrolled}, {@code code-malformed}; and, to be thrown after the
     * commit, {@code code-rejected} and {@code locked}.
     */
    @Transactional
    Result<Verified> verify(Person person, VerificationRequest request, @Nullable TrustRequest trust, Doer doer) {
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        return codes.check(standing, request.submitted(), Purpose.login(doer), now)
                .then(proof -> Result.done(new Verified(
                        person.id(),
                        proof,
                        standing.status(),
                        remaining(person, proof),
                        lastCode.sessionAfter(proof, person, doer, now).orElse(null),
                        trusted(new Wish(standing, proof, trust), doer, now),
                        now)));
    }

    private int remaining(Person person, Proof proof) {
        Integer counted = proof.backupCodesLeft();
        return counted != null
                ? counted
                : backupCodes.left(person).map(BackupCodes::remaining).orElse(0);
    }

    private record Wish(
            Standing standing, Proof proof, @Nullable TrustRequest trust) {}

    /**
     * A device is trusted after a code of an authenticator only: with backup codes alone each login costs one (rule V6), and
     * whoever has found a list of them shall not get a month for one of them.
     */
    private @Nullable TrustedDeviceTokenView trusted(Wish wish, Doer doer, Instant now) {
        if (wish.trust() == null || wish.proof().method() == Method.BACKUP_CODE) {
            return null;
        }
        return devices.trust(wish.standing().person(), wish.trust(), doer, now).orElse(null);
    }
}
