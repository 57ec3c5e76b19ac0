package dev.lifering.enrolment;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.AttemptGuard;
import dev.lifering.factor.Method;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Trial;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.session.RecoverySessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Rule E2: confirms an enrolment with the code that the app shows now. */
@ApplicationScoped
class ConfirmationService {
    private final EnrolmentRows rows;
    private final Standings standings;
    private final AttemptGuard guard;
    private final AppMatch match;
    private final Binding binding;
    private final RecoverySessions sessions;
    private final InstantSource clock;

    ConfirmationService(
            EnrolmentRows rows,
            Standings standings,
            AttemptGuard guard,
            AppMatch match,
            Binding binding,
            RecoverySessions sessions,
            InstantSource clock) {
        this.rows = rows;
        this.standings = standings;
        this.guard = guard;
        this.match = match;
        this.binding = binding;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    Result<ConfirmationView> confirm(Person person, UUID id, String code) {
        Instant now = clock.instant();
        Standing standing = standings.lock(person);
        EnrolmentEntity enrolment = rows.one(person.id(), id).orElseThrow(OpenEnrolments::unknown);
        refuseUnlessOpen(enrolment, standing, now);
        Fact fact =
                Fact.about(person, Deed.ENROLMENT_CONFIRMED, Doer.self(person)).on(id.toString());
        AppMatch.Check check = match.check(enrolment, person, code, now);
        return guard.attempt(new Trial(standing, Method.TOTP, fact, now), check).then(proof -> {
            useSession(person, enrolment, now);
            return Result.done(binding.bind(standing, enrolment, check.step(), now));
        });
    }

    private static void refuseUnlessOpen(EnrolmentEntity enrolment, Standing standing, Instant now) {
        if (!enrolment.isOpenAt(now)) {
            throw ProblemType.ENROLMENT_OVER.because("Start a new enrolment.");
        }
        if (standing.isEnrolled() && enrolment.authorisation == Authorisation.NONE) {
            // Rule E5: 2FA was switched on since, so what a password alone has started may not end well.
            throw ProblemType.SECOND_FACTOR_REQUIRED.because(
                    "Two-factor authentication was enabled since. Start again, with a code.");
        }
    }

    private void useSession(Person person, EnrolmentEntity enrolment, Instant now) {
        UUID session = enrolment.recoverySessionId;
        if (session != null && !sessions.use(person, session, now)) {
            throw RecoverySessions.invalid();
        }
    }
}
