package dev.lifering.factor;

/** How the check of one code ended. */
public sealed interface Attempt {

    /** The code was right, and is spent where it is single-use. */
    record Proven(Proof proof) implements Attempt {}

    /**
     * The code was not accepted.
     *
     * @param reason which it was; only the audit trail may know
     */
    record Failed(Reason reason) implements Attempt {}

    /** Why a code was not accepted. */
    enum Reason {
        /** It matches nothing. */
        WRONG,
        /** It was right once. */
        USED,
        /** There is nothing it could match. */
        NOTHING_TO_MATCH
    }

    static Attempt failed(Reason reason) {
        return new Failed(reason);
    }
}
