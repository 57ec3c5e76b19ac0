package dev.lifering.verification;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Draft;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.crypto.Secret;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Status;
import dev.lifering.factor.VerificationCounts;
import dev.lifering.factor.totp.AppSecrets;
import dev.lifering.factor.totp.Totp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The way nearly every login takes: a right code of an app, by a user who is not locked. Services wait for it, so it costs
 * two statements. Whatever is not that plain is left untouched, for {@link VerificationService} to decide and to record.
 */
@ApplicationScoped
class DirectLogin {
    private final LoginStatements statements;
    private final AppSecrets secrets;
    private final PolicyService policies;
    private final AuditTrail audit;
    private final VerificationCounts counts;

    DirectLogin(
            LoginStatements statements,
            AppSecrets secrets,
            PolicyService policies,
            AuditTrail audit,
            VerificationCounts counts) {
        this.statements = statements;
        this.secrets = secrets;
        this.policies = policies;
        this.audit = audit;
        this.counts = counts;
    }

    /**
     * The login, spent and recorded; empty when it did not go well, or is not of this kind, or somebody wants to hear of
     * it, and nothing was changed.
     */
    Optional<Verified> attempt(String userId, SubmittedCode code, Doer doer, Instant now) {
        if (code.method() != Method.TOTP || audit.tellsOfLogins()) {
            return Optional.empty();
        }
        List<LoginCandidate> apps = statements.candidates(userId, now);
        for (LoginCandidate app : apps) {
            OptionalLong step = matchingStep(app, code.text(), now);
            if (step.isPresent()) {
                return accept(app, step.getAsLong(), doer, now);
            }
        }
        return Optional.empty();
    }

    private OptionalLong matchingStep(LoginCandidate app, String code, Instant now) {
        Secret secret = secrets.open(app.id(), app.sealedSecret());
        return new Totp(app.parameters()).match(secret, code, now, policies.totpWindow(app.ownWindow()));
    }

    private Optional<Verified> accept(LoginCandidate app, long step, Doer doer, Instant now) {
        Draft draft = audit.draft(fact(app, doer), now);
        if (!statements.accept(app, step, draft)) {
            return Optional.empty();
        }
        audit.tell(draft);
        counts.add(Method.TOTP, Outcome.SUCCESS);
        var proof = new Proof(Method.TOTP, app.id(), app.label(), null);
        return Optional.of(new Verified(app.userId(), proof, Status.ENABLED, app.codesLeft(), null, null, now));
    }

    private static Fact fact(LoginCandidate app, Doer doer) {
        return Fact.about(app.accountId(), Deed.VERIFICATION, doer)
                .of(app.pseudonym())
                .on(Purpose.login(doer).name())
                .by(Method.TOTP.wireName());
    }
}
