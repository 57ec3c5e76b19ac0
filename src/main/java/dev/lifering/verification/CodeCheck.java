package dev.lifering.verification;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.AttemptGuard;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.SecondFactor;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Trial;
import dev.lifering.mail.Letter;
import dev.lifering.mail.Outbox;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a code with the second factor it belongs to, under the lockout that all of them share. */
@ApplicationScoped
public class CodeCheck {
    private final Map<Method, SecondFactor> factors = new EnumMap<>(Method.class);
    private final AttemptGuard guard;
    private final Outbox outbox;

    CodeCheck(@Any Instance<SecondFactor> factors, AttemptGuard guard, Outbox outbox) {
        factors.forEach(factor -> this.factors.put(factor.method(), factor));
        this.guard = guard;
        this.outbox = outbox;
    }

    /**
     * Checks and spends the code in the surrounding transaction.
     *
     * @param standing of the user, locked
     * @return the proof, or a refusal to be thrown after the commit: {@code code-rejected}, {@code locked}
     * @throws dev.lifering.problem.Problem {@code not-enrolled}, {@code code-malformed}: nothing to remember
     */
    @Transactional(TxType.MANDATORY)
    public Result<Proof> check(Standing standing, SubmittedCode code, Purpose purpose, Instant now) {
        if (!standing.isEnrolled()) {
            throw ProblemType.NOT_ENROLLED.because("The user has not switched two-factor authentication on.");
        }
        SecondFactor factor = factor(code.method());
        Fact fact =
                Fact.about(standing.person(), Deed.VERIFICATION, purpose.doer()).on(purpose.name());
        return guard.attempt(new Trial(standing, code.method(), fact, now), () -> {
                    factor.refuseMalformed(code.text());
                    return factor.attempt(standing.person(), code.text(), now);
                })
                .then(proof -> Result.done(told(standing.person(), proof, now)));
    }

    /** The fresh second factor that rule E5 asks of a change to a second factor that is switched on. */
    @Transactional(TxType.MANDATORY)
    public Result<Proof> stepUp(Standing standing, @Nullable String code, Instant now) {
        if (code == null) {
            throw ProblemType.SECOND_FACTOR_REQUIRED.because("Send code: a current TOTP or a backup code.");
        }
        return check(standing, SubmittedCode.of(code, null), Purpose.stepUp(Doer.self(standing.person())), now);
    }

    /** Rules B5, X2: each backup code that is used is mailed, whatever it was used for. */
    private Proof told(Person person, Proof proof, Instant now) {
        Integer left = proof.backupCodesLeft();
        if (left != null) {
            outbox.send(person, new Letter.BackupCodeUsed(proof.label(), left), now);
        }
        return proof;
    }

    private SecondFactor factor(Method method) {
        SecondFactor factor = factors.get(method);
        if (factor == null) {
            throw new IllegalStateException("no second factor implements " + method);
        }
        return factor;
    }
}
