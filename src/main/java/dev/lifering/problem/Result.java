package dev.lifering.problem;

import java.util.function.Function;

/**
 * What a use case gives back when its refusal must be remembered: a wrong code is counted and audited, so the
 * transaction has to commit, and only then may the refusal be thrown.
 *
 * @param <T> what success gives
 */
public sealed interface Result<T> {

    /** The value of success. */
    record Done<T>(T value) implements Result<T> {}

    /** A refusal that has been recorded. */
    record Refused<T>(Problem problem) implements Result<T> {}

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Result<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    /** What the next step makes of the value; a refusal stays what it is. */
    default <R> Result<R> then(Function<T, Result<R>> next) {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.problem());
        }
        return next.apply(((Done<T>) this).value());
    }

    /** The value, or the refusal thrown; called by the resource, after the transaction. */
    default T orThrow() {
        if (this instanceof Refused<T> refused) {
            throw refused.problem();
        }
        return ((Done<T>) this).value();
    }
}
