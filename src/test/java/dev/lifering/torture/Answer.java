package dev.lifering.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One request and what came of it.
 *
 * @param request its X-Request-Id, which the audit trail keeps
 * @param things what the answer names: the id of a link, the users of an import, the hash of an answer under a key
 */
record Answer(String request, Ask ask, Outcome outcome, List<String> things, Instant sent, Instant answered) {

    /**
     * What a request is about.
     *
     * @param user whom it is about; empty for none
     * @param proof names the single-use thing that it presents, like {@code app/step}; empty for none; never a secret
     * @param isRight whether the thing is valid, as far as its sender knows
     * @param key its Idempotency-Key; empty for none
     */
    record Ask(Kind kind, String user, String proof, boolean isRight, String key) {
        static Ask of(Kind kind, String user) {
            return new Ask(kind, user, "", false, "");
        }

        Ask presenting(String thing, boolean right) {
            return new Ask(kind, user, thing, right, key);
        }

        Ask under(String idempotencyKey) {
            return new Ask(kind, user, proof, isRight, idempotencyKey);
        }
    }

    /** What all requests under one Idempotency-Key are together; a request without one is for itself. */
    String operation() {
        return ask.key().isEmpty() ? request : ask.key();
    }

    Kind kind() {
        return ask.kind();
    }

    Duration took() {
        return Duration.between(sent, answered);
    }

    @Override
    public String toString() {
        return ask.kind() + " " + request + " of " + ask.user() + (ask.proof().isEmpty() ? "" : " with " + ask.proof())
                + (ask.key().isEmpty() ? "" : " under " + ask.key())
                + ": " + outcome + " at " + answered;
    }
}
