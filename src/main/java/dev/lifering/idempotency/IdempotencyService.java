package dev.lifering.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifering.crypto.SealPurpose;
import dev.lifering.crypto.Sealer;
import dev.lifering.crypto.Secret;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Carries a request under a key out once, and remembers what came of it. */
@ApplicationScoped
class IdempotencyService {
    static final Duration KEPT = Duration.ofMinutes(10);

    private final KeptAnswers rows;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transaction;
    private final InstantSource clock;

    IdempotencyService(
            KeptAnswers rows,
            Sealer sealer,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction,
            InstantSource clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Runs the attempt and keeps its answer in the same transaction, so that after a crash either both are there or
     * neither; or finds what was answered before. Of two at once the second waits for the first.
     *
     * <p>A refusal for which the use case took everything back is not kept: nothing has happened, and nothing will be done
     * twice when the request comes again.
     *
     * <p>Refusals: {@code idempotency-key-reused}, and those of the attempt.
     */
    @Transactional
    public Optional<FirstAnswer> once(RequestKey request, Attempt attempt) {
        Instant now = clock.instant();
        if (!rows.claim(request, now, now.plus(KEPT))) {
            return Optional.of(earlier(request));
        }
        FirstAnswer answer = attempt.run();
        if (transaction.getRollbackOnly()) {
            attempt.outcome();
            throw new IllegalStateException("a use case took everything back and did not say why");
        }
        UUID id = request.id();
        rows.keep(
                id,
                sealer.seal(SealPurpose.KEPT_ANSWER, id, answer.written(json)).jwe());
        return Optional.empty();
    }

    /** Erases up to {@code limit} answers that have expired. Says how many it was. */
    @Transactional
    public int eraseExpired(int limit) {
        return rows.eraseExpired(clock.instant(), limit);
    }

    private FirstAnswer earlier(RequestKey request) {
        KeptAnswerEntity kept = rows.of(request)
                .orElseThrow(() -> ProblemType.UNAVAILABLE
                        .because("The answer to this key has expired this moment; repeat the call.")
                        .retryAfter(Duration.ofSeconds(1)));
        if (!request.digest().equals(Secret.of(kept.digest)) || kept.sealedAnswer == null) {
            throw ProblemType.IDEMPOTENCY_KEY_REUSED.because("The key was used for a request with another body.");
        }
        return FirstAnswer.read(sealer.open(SealPurpose.KEPT_ANSWER, kept.id, kept.sealedAnswer), json);
    }
}
