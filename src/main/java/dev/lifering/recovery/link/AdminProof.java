package dev.lifering.recovery.link;

import dev.lifering.access.Callers;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.verification.CodeCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks an administrator for the second factor that the operator wants of him ({@code lifering.recovery.admin-step-up}). */
@ApplicationScoped
class AdminProof {
    /** RFC 8176 §2: what a token says of a sign-in with a second factor. */
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "swk", "sc");

    private final RecoveryConfig config;
    private final Callers callers;
    private final Standings standings;
    private final CodeCheck codes;

    AdminProof(RecoveryConfig config, Callers callers, Standings standings, CodeCheck codes) {
        this.config = config;
        this.callers = callers;
        this.standings = standings;
        this.codes = codes;
    }

    /** The locked standing of the person to be recovered, once the administrator has proved what he must. */
    Result<Standing> lock(Person admin, Person person, @Nullable String code, Instant now) {
        if (config.adminStepUp() == AdminStepUp.CODE) {
            return lockBoth(admin, person, code, now);
        }
        if (config.adminStepUp() == AdminStepUp.AMR
                && Collections.disjoint(callers.authenticationMethods(), SECOND_FACTORS)) {
            throw ProblemType.SECOND_FACTOR_REQUIRED.because(
                    "Sign in with your second factor; the claim amr of your token does not say that you did.");
        }
        return Result.done(standings.lock(person));
    }

    private Result<Standing> lockBoth(Person admin, Person person, @Nullable String code, Instant now) {
        // Two administrators who recover one another at once must not wait for each other for ever.
        boolean adminFirst = admin.id().compareTo(person.id()) < 0;
        Standing first = standings.lock(adminFirst ? admin : person);
        Standing second = standings.lock(adminFirst ? person : admin);
        Standing own = adminFirst ? first : second;
        if (!own.isEnrolled()) {
            throw ProblemType.SECOND_FACTOR_REQUIRED.because(
                    "Set up a second factor of your own first; sending a recovery link needs a code of it.");
        }
        return codes.stepUp(own, code, now).then(proof -> Result.done(adminFirst ? second : first));
    }
}
