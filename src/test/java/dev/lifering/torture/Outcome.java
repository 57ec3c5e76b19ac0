package dev.lifering.torture;

/** What became of a request, as its sender sees it. */
enum Outcome {
    DONE,
    /** 422: the code was wrong or used. */
    REJECTED,
    /** 429. */
    LOCKED,
    /** Another 4xx. */
    REFUSED,
    /** 503, which says: repeat the call. */
    UNAVAILABLE,
    /** Another 5xx, which nothing excuses but is no lost state. */
    FAILED,
    /** The line broke, or the patience ended. */
    UNANSWERED;

    /** The outcome that stands for this status; 0 where there was none. */
    static Outcome of(int status) {
        return switch (status) {
            case 0 -> UNANSWERED;
            case 422 -> REJECTED;
            case 429 -> LOCKED;
            case 503 -> UNAVAILABLE;
            default -> status < 400 ? DONE : status < 500 ? REFUSED : FAILED;
        };
    }

    /** Whether the sender cannot know what was done. */
    boolean isUnknown() {
        return this == UNAVAILABLE || this == FAILED || this == UNANSWERED;
    }
}
