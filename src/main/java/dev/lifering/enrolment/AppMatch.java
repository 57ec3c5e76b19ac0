package dev.lifering.enrolment;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.crypto.Secret;
import dev.lifering.directory.Person;
import dev.lifering.factor.Attempt;
import dev.lifering.factor.Attempt.Reason;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.totp.AppSecrets;
import dev.lifering.factor.totp.Totp;
import dev.lifering.problem.ProblemType;
import dev.lifering.verification.SubmittedCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Checks that the app of an enrolment computes the code that was typed. */
@ApplicationScoped
class AppMatch {
    private final AppSecrets secrets;
    private final PolicyService policies;

    AppMatch(AppSecrets secrets, PolicyService policies) {
        this.secrets = secrets;
        this.policies = policies;
    }

    /** The check, to be run when the lockout lets it. */
    Check check(EnrolmentEntity enrolment, Person person, String code, Instant now) {
        return new Check(enrolment, person, SubmittedCode.of(code, Method.TOTP), now);
    }

    /** One check, and the time step that it found. */
    final class Check implements Supplier<Attempt> {
        private final EnrolmentEntity enrolment;
        private final Person person;
        private final SubmittedCode code;
        private final Instant now;
        private OptionalLong step = OptionalLong.empty();

        private Check(EnrolmentEntity enrolment, Person person, SubmittedCode code, Instant now) {
            this.enrolment = enrolment;
            this.person = person;
            this.code = code;
            this.now = now;
        }

        @Override
        public Attempt get() {
            if (!code.text().matches("[0-9]{6}|[0-9]{8}")) {
                throw ProblemType.CODE_MALFORMED.because("Type the 6 or 8 digits that the app shows.");
            }
            Secret secret = secrets.open(enrolment.id, enrolment.sealedSecret);
            int window = policies.of(person.accountId()).totpWindow();
            step = new Totp(enrolment.parameters()).match(secret, code.text(), now, window);
            return step.isPresent()
                    ? new Attempt.Proven(new Proof(Method.TOTP, enrolment.id, enrolment.label, null))
                    : Attempt.failed(Reason.WRONG);
        }

        /** The time step of the code, once it was proven. */
        long step() {
            return step.orElseThrow(() -> new IllegalStateException("the code was not proven"));
        }
    }
}
