package dev.lifering.idempotency;

/** Carries an earlier answer past the resource method, which would have to give one of its own type. */
final class RepeatedAnswer extends RuntimeException {
    private final transient FirstAnswer answer;

    RepeatedAnswer(FirstAnswer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    FirstAnswer answer() {
        return answer;
    }
}
