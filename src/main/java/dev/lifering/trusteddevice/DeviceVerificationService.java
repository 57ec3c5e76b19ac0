package dev.lifering.trusteddevice;

import dev.lifering.assertion.Assertions;
import dev.lifering.assertion.Claim;
import dev.lifering.audit.Doer;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Lockout;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.trusteddevice.DeviceCheck.Recognised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A login on a trusted device. */
@ApplicationScoped
class DeviceVerificationService {
    /** The claim method of the assertion, in Lifering's own words. */
    private static final String METHOD = "trusted_device";

    private final Standings standings;
    private final DeviceCheck check;
    private final Directory directory;
    private final Assertions assertions;
    private final Ids ids;
    private final InstantSource clock;

    DeviceVerificationService(
            Standings standings,
            DeviceCheck check,
            Directory directory,
            Assertions assertions,
            Ids ids,
            InstantSource clock) {
        this.standings = standings;
        this.check = check;
        this.directory = directory;
        this.assertions = assertions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the token, and signs that the device is trusted.
     *
     * <p>The short locks of rule V3 do not matter here: they keep codes from being guessed, and whoever only knows the
     * password must not be able to shut the user's own device out. After a hundred wrong codes the second factor is out of
     * use until recovery, and so is what was derived from it.
     */
    @Transactional
    Result<DeviceVerificationView> verify(String userId, DeviceVerificationRequest request, Doer doer) {
        Person person = directory.personOrNotFound(userId);
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        Lockout lockout = standing.lockout();
        if (lockout.isBlocked()) {
            throw ProblemType.LOCKED
                    .because("There were 100 wrong codes in a row. Only recovery ends this lock.")
                    .retryAfter(lockout.waitAt(now))
                    .untilRecovery();
        }
        return check.check(standing, request.deviceToken(), doer, now)
                .then(recognised -> Result.done(view(person, recognised, request, now)));
    }

    /**
     * RFC 8176 has no value for a device that is remembered: nothing was proved but the possession of a token that can be
     * copied, so {@code amr} is empty, and {@code auth_time} is when a code was proved.
     */
    private DeviceVerificationView view(
            Person person, Recognised recognised, DeviceVerificationRequest request, Instant now) {
        UUID id = ids.next();
        Instant proved = recognised.device().createdAt();
        var claim = new Claim(id, person.id(), List.of(), METHOD, request.audience(), request.nonce(), now, proved);
        return new DeviceVerificationView(id, now, proved, recognised.next(), assertions.sign(claim));
    }
}
