package dev.lifering.enrolment;

import dev.lifering.audit.Doer;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Standing;
import dev.lifering.problem.Result;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.recovery.session.RecoverySessions;
import dev.lifering.verification.CodeCheck;
import dev.lifering.verification.LastCode;
import dev.lifering.verification.SubmittedCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rule E5 for enrolments: a password alone never binds an authenticator to a second factor that is on. */
@ApplicationScoped
class StartPermission {
    private final CodeCheck codes;
    private final LastCode lastCode;
    private final RecoverySessions sessions;

    StartPermission(CodeCheck codes, LastCode lastCode, RecoverySessions sessions) {
        this.codes = codes;
        this.lastCode = lastCode;
        this.sessions = sessions;
    }

    /**
     * What allows the enrolment.
     *
     * @param sessionId the recovery session that it will use up
     * @param opened a session opened because the code was the last
     */
    record Granted(
            Authorisation authorisation,
            @Nullable UUID sessionId,
            @Nullable OpenedSession opened) {}

    Result<Granted> ask(Standing standing, EnrolmentRequest request, Instant now) {
        if (!standing.isEnrolled()) {
            return Result.done(new Granted(Authorisation.NONE, null, null));
        }
        String session = request.recoverySession();
        if (session != null) {
            UUID id = sessions.live(standing.person(), session, now);
            return Result.done(new Granted(Authorisation.RECOVERY_SESSION, id, null));
        }
        return codes.stepUp(standing, request.code(), now).then(proof -> Result.done(by(proof, standing, now)));
    }

    static boolean isBackupCode(@Nullable String code) {
        return code != null && SubmittedCode.of(code, null).method() == Method.BACKUP_CODE;
    }

    private Granted by(Proof proof, Standing standing, Instant now) {
        if (proof.method() != Method.BACKUP_CODE) {
            return new Granted(Authorisation.AUTHENTICATOR, null, null);
        }
        Doer self = Doer.self(standing.person());
        OpenedSession opened =
                lastCode.sessionAfter(proof, standing.person(), self, now).orElse(null);
        return new Granted(Authorisation.BACKUP_CODE, null, opened);
    }
}
