package dev.lifering.verification;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Directory;
import dev.lifering.problem.Result;
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
                .orElseGet(() -> verifications.verify(directory.personOrNotFound(userId), request, doer))
                .then(verified -> Result.done(answers.to(verified, request)));
    }
}
