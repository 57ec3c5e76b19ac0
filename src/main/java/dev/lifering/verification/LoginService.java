package dev.lifering.verification;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.problem.Result;
import dev.lifering.trusteddevice.TrustRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Verifies second factors at login: straight where that is enough, else with all there is to weigh. */
@ApplicationScoped
public class LoginService {
    private final DirectLogin direct;
    private final VerificationService verifications;
    private final Directory directory;
    private final Answers answers;
    private final InstantSource clock;

    LoginService(
            DirectLogin direct,
            VerificationService verifications,
            Directory directory,
            Answers answers,
            InstantSource clock) {
        this.direct = direct;
        this.verifications = verifications;
        this.directory = directory;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Checks the code of this user, spends it, and signs the proof.
     *
     * <p>Refusals: {@code not-found}, and those of {@link VerificationService#verify}.
     */
    public Result<VerificationView> verify(String userId, VerificationRequest request, Doer doer) {
        return direct.attempt(userId, request.submitted(), doer, clock.instant())
                .map(Result::done)
                .orElseGet(() -> verifications.verify(directory.personOrNotFound(userId), request, null, doer))
                .then(verified -> Result.done(answers.to(verified, request)));
    }

    /**
     * The same where the service may wish the device to be trusted. Such a login takes the longer way, as code and trust are
     * one change.
     */
    Result<VerificationView> verify(String userId, UserVerificationRequest request, Doer doer) {
        VerificationRequest plain = request.plain();
        TrustRequest trust = request.trustDevice();
        return trust == null
                ? verify(userId, plain, doer)
                : verifications
                        .verify(directory.personOrNotFound(userId), plain, trust, doer)
                        .then(verified -> Result.done(answers.to(verified, plain)));
    }
}
