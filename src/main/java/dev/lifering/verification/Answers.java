package dev.lifering.verification;

import dev.lifering.assertion.Assertions;
import dev.lifering.assertion.Claim;
import dev.lifering.crypto.Ids;
import dev.lifering.factor.Method;
import dev.lifering.factor.Proof;
import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodes;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.verification.VerificationView.AuthenticatorUsed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rule V4: what a verification that succeeded is answered, with the signed proof of it. */
@ApplicationScoped
class Answers {
    private final Assertions assertions;
    private final Ids ids;

    Answers(Assertions assertions, Ids ids) {
        this.assertions = assertions;
        this.ids = ids;
    }

    VerificationView to(Verified verified, VerificationRequest request) {
        UUID id = ids.next();
        Proof proof = verified.proof();
        OpenedSession session = verified.session();
        return new VerificationView(
                id,
                proof.method(),
                authenticator(proof),
                verified.at(),
                verified.status(),
                verified.codesLeft(),
                BackupCodes.isLow(verified.codesLeft()),
                proof.legacy() ? true : null,
                verified.status() == Status.BACKUP_CODES_ONLY,
                session == null ? null : session.reveal(),
                session == null ? null : session.expiresAt(),
                assertions.sign(claim(id, verified, request)),
                verified.device());
    }

    private static Claim claim(UUID id, Verified verified, VerificationRequest request) {
        Method method = verified.proof().method();
        return new Claim(
                id,
                verified.userId(),
                method.amr(),
                method.wireName(),
                request.audience(),
                request.nonce(),
                verified.at(),
                verified.at());
    }

    private static @Nullable AuthenticatorUsed authenticator(Proof proof) {
        return proof.method() == Method.BACKUP_CODE ? null : new AuthenticatorUsed(proof.reference(), proof.label());
    }
}
