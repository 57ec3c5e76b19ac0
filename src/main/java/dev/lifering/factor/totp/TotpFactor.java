package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.crypto.Secret;
import dev.lifering.directory.Person;
import dev.lifering.factor.Attempt;
import dev.lifering.factor.Attempt.Reason;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.SecondFactor;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Rule V2: a code of an authenticator app, each time step at most once. */
@ApplicationScoped
class TotpFactor implements SecondFactor {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}|[0-9]{8}");

    private final AuthenticatorRows authenticators;
    private final AppSecrets secrets;
    private final PolicyService policies;

    TotpFactor(AuthenticatorRows authenticators, AppSecrets secrets, PolicyService policies) {
        this.authenticators = authenticators;
        this.secrets = secrets;
        this.policies = policies;
    }

    @Override
    public Method method() {
        return Method.TOTP;
    }

    @Override
    public void refuseMalformed(String code) {
        if (!SHAPE.matcher(code).matches()) {
            throw ProblemType.CODE_MALFORMED.because("A code of an authenticator app has 6 or 8 digits.");
        }
    }

    @Override
    public Attempt attempt(Person person, String code, Instant now) {
        List<AuthenticatorEntity> apps = authenticators.of(person.id());
        if (apps.isEmpty()) {
            return Attempt.failed(Reason.NOTHING_TO_MATCH);
        }
        int window = policies.of(person.accountId()).totpWindow();
        Reason reason = Reason.WRONG;
        for (AuthenticatorEntity app : apps) {
            Secret secret = secrets.open(app.id, app.sealedSecret);
            OptionalLong step = new Totp(app.parameters()).match(secret, code, now, window);
            if (step.isPresent()) {
                if (authenticators.burn(app, step.getAsLong(), now)) {
                    return new Attempt.Proven(new Proof(Method.TOTP, app.id, app.label, null));
                }
                reason = Reason.USED;
            }
        }
        apps.forEach(app -> observe(app, code, window, now));
        return Attempt.failed(reason);
    }

    /**
     * Asks what a code that was not accepted says of the device's clock. It is the same computation and the same statement for
     * every code, so that the time it takes does not say which it was.
     */
    private void observe(AuthenticatorEntity app, String code, int window, Instant now) {
        Totp totp = new Totp(app.parameters());
        long current = totp.stepAt(now);
        int reach = DeviceClock.reachInSteps(app.parameters().period());
        List<Long> steps = totp.matches(secrets.open(app.id, app.sealedSecret), code, now, reach);
        authenticators.observe(
                app,
                app.clock().after(steps, current, window, now),
                current - reach,
                DeviceClock.ahead(steps, current, window));
    }
}
